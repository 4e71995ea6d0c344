package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.MailException;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.MailboxEntry;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseReader;
import org.postern.imap.internal.wire.Garbled;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.WireIn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever comes, the reader gives responses or an {@link IOException} of its own, and soon. */
class MalformedTest {

    private static final Limits LIMITS = new Limits(8192, 100, 1 << 20, 65536, 1000, 1000, 65536);
    private static final byte[] SOUND = "A2 OK fine\r\n".getBytes(StandardCharsets.US_ASCII);

    private static List<Response> read(byte[] bytes) throws MailException {
        List<Response> responses = new ArrayList<>();
        WireIn in = new WireIn(new ByteArrayInputStream(bytes), LIMITS);
        ResponseReader reader = new ResponseReader(in, LIMITS);
        try {
            while (responses.size() <= bytes.length) {
                responses.add(reader.next((uid, body) -> body.readNBytes(3)));
            }
        } catch (Garbled | LimitReached | EOFException expected) {
            return responses;
        } catch (IOException other) {
            throw new AssertionError("an exception that the reader does not own", other);
        }
        throw new AssertionError("more responses than bytes");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void everyLineOfTheCorpusIsSurvived() throws Exception {
        List<byte[]> lines = Corpus.lines();
        assertTrue(lines.size() >= 150, "lines in the corpus: " + lines.size());
        for (byte[] line : lines) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> read(line),
                    () -> new String(line, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void afterAListOrFetchThatMakesNoSenseTheNextResponseIsRead() throws Exception {
        for (byte[] line : Corpus.lines()) {
            String text = new String(line, StandardCharsets.ISO_8859_1);
            if (text.matches("(?s)\\* (LIST|LSUB|STATUS|1 FETCH).*") && !text.contains("{")) {
                List<Response> responses = read(joined(line, SOUND));
                assertEquals(2, responses.size(), text);
                assertTrue(responses.getLast() instanceof Completion, text);
            }
        }
    }

    @Test
    void aHundredThousandMutationsAreSurvived() throws Exception {
        List<byte[]> lines = Corpus.lines();
        Random random = new Random(20261124);
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] one = lines.get(random.nextInt(lines.size()));
            byte[] other = lines.get(random.nextInt(lines.size()));
            byte[] damaged = Corpus.damaged(joined(one, other), random);
            understood += assertBounded(damaged);
        }
        assertTrue(understood > 100_000, "responses understood: " + understood);
    }

    private static int assertBounded(byte[] bytes) throws MailException {
        long before = System.nanoTime();
        int responses = read(bytes).size();
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertTrue(millis < 5_000, () -> new String(bytes, StandardCharsets.ISO_8859_1));
        return responses;
    }

    @Test
    void whatIsUnusualButSoundIsUnderstood() throws Exception {
        Fetched spaced =
                (Fetched) read("* 1 FETCH (UID 1  FLAGS  ( \\Seen  )  )\n".getBytes()).getFirst();
        assertEquals(1, spaced.flags().orElseThrow().size());
        Fetched tight = (Fetched) read("* 1 fetch (FLAGS(\\Seen)UID 1)\r\n".getBytes()).getFirst();
        assertEquals(1, tight.uid().orElseThrow());
        MailboxEntry tilde =
                (MailboxEntry) read("* LIST () \"/\" ~joe/mail\r\n".getBytes()).getFirst();
        assertEquals("~joe/mail", tilde.name());
        Fetched cut = (Fetched) read("* 1 FETCH (UID 1 FLAGS ()\r\n".getBytes()).getFirst();
        assertEquals(1, cut.uid().orElseThrow());
    }
}
