package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Astring;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.Part;
import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.wire.WireOut;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes commands, waiting for the server's go-ahead where a literal needs it (RFC 7888). */
final class CommandWriter {

    /** What is larger waits even with LITERAL+, for the server may not want it. */
    private static final long LARGEST_UNASKED = 64 * 1024;

    private static final long LARGEST_LITERAL_MINUS = 4096;

    private final WireOut wire;
    private int tags;
    private boolean utf8;

    /**
     * @param hidden the same where secrets go
     */
    CommandWriter(OutputStream target, OutputStream hidden) {
        this.wire = new WireOut(target, hidden);
    }

    /** Waits for a continuation. */
    @FunctionalInterface
    interface GoAhead {
        /**
         * @return empty when it came; else how the command ended without it
         */
        Optional<Completion> await() throws IOException, MailException;
    }

    /** From here on names of mailboxes go out in UTF-8. */
    void speakUtf8() {
        utf8 = true;
    }

    String nextTag() {
        return "A" + ++tags;
    }

    /**
     * Leaves a command unflushed, so that several go out together.
     *
     * @return how the command ended when the server did not want all of it
     */
    Optional<Completion> write(
            String tag, Command command, Capabilities capabilities, GoAhead goAhead)
            throws IOException, MailException {
        wire.write(tag + " ");
        for (Part part : command.parts()) {
            Optional<Completion> refusal = write(part, capabilities, goAhead);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        wire.write("\r\n");
        return Optional.empty();
    }

    /** Sends what is still here. */
    void flush() throws IOException {
        wire.flush();
    }

    private Optional<Completion> write(Part part, Capabilities capabilities, GoAhead goAhead)
            throws IOException, MailException {
        return switch (part) {
            case Part.Words words -> raw(words.text().getBytes(StandardCharsets.ISO_8859_1));
            case Part.Raw raw -> raw(raw.bytes());
            case Part.Mailbox mailbox -> write(name(mailbox.id()), capabilities, goAhead);
            case Part.Hidden hidden -> hidden(hidden.part(), capabilities, goAhead);
            case Part.Literal literal ->
                    literal(
                            literal.bytes().length,
                            capabilities,
                            goAhead,
                            () -> wire.write(literal.bytes()));
            case Part.Upload upload ->
                    literal(upload.size(), capabilities, goAhead, () -> copy(upload));
        };
    }

    private Part name(String id) {
        byte[] bytes = MailboxNames.wire(id, utf8).getBytes(StandardCharsets.ISO_8859_1);
        return utf8 ? Astring.ofUtf8(bytes) : Astring.of(bytes);
    }

    private Optional<Completion> hidden(Part part, Capabilities capabilities, GoAhead goAhead)
            throws IOException, MailException {
        wire.hide();
        Optional<Completion> refusal = write(part, capabilities, goAhead);
        wire.show();
        return refusal;
    }

    private Optional<Completion> raw(byte[] bytes) throws IOException {
        wire.write(bytes);
        return Optional.empty();
    }

    private Optional<Completion> literal(
            long size, Capabilities capabilities, GoAhead goAhead, Payload payload)
            throws IOException, MailException {
        if (mayGoUnasked(size, capabilities)) {
            wire.write("{" + size + "+}\r\n");
            payload.write();
            return Optional.empty();
        }
        return afterGoAhead("{" + size + "}", goAhead, payload);
    }

    private static boolean mayGoUnasked(long size, Capabilities capabilities) {
        return capabilities.has("LITERAL+") && size <= LARGEST_UNASKED
                || capabilities.has("LITERAL-") && size <= LARGEST_LITERAL_MINUS;
    }

    private Optional<Completion> afterGoAhead(String announced, GoAhead goAhead, Payload payload)
            throws IOException, MailException {
        wire.write(announced + "\r\n");
        wire.flush();
        Optional<Completion> refusal = goAhead.await();
        if (refusal.isEmpty()) {
            payload.write();
        }
        return refusal;
    }

    private void copy(Part.Upload upload) throws IOException, MailException {
        try {
            if (!wire.copy(upload.source(), upload.size())) {
                throw unreadable("it does not have the " + upload.size() + " bytes announced");
            }
        } catch (WireOut.SourceFailed failed) {
            throw unreadable(String.valueOf(failed.getCause().getMessage()));
        }
    }

    private static MailException unreadable(String detail) {
        return new MailException(new Failure.LocalStorage("a message to be uploaded", detail));
    }

    @FunctionalInterface
    private interface Payload {
        void write() throws IOException, MailException;
    }

    /** A line that is no command of its own. */
    void line(byte[] line) throws IOException {
        wire.write(line);
        wire.flush();
    }

    /** The same with a secret in it, and without its end. */
    void secretLine(byte[] secret) throws IOException {
        wire.hide();
        wire.write(secret);
        wire.show();
        wire.write("\r\n");
        wire.flush();
    }
}
