package org.postern.demo.internal.corpus;

import org.postern.demo.DemoAccount;
import org.postern.demo.internal.mail.Content;
import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Mailboxes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Loads the mail that the bundle carries in its folder {@code mail}. */
public final class Corpus {
    private static final Duration NEWEST_AGE = Duration.ofMinutes(3);

    private final DateShift shift;

    private Corpus(DateShift shift) {
        this.shift = shift;
    }

    /** Makes the users and fills their mailboxes. */
    public static MailAccounts load() throws IOException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        for (DemoAccount person : People.all()) {
            String where = person.user() + "/index.txt";
            String text = new String(read(where), StandardCharsets.UTF_8);
            indexes.put(person.user(), Index.parse(where, text.lines().toList()));
        }
        Corpus corpus = new Corpus(DateShift.to(newest(indexes), target()));
        MailAccounts accounts = new MailAccounts();
        for (Map.Entry<String, Index> entry : indexes.entrySet()) {
            corpus.fill(accounts.add(entry.getKey()), entry.getValue());
        }
        return accounts;
    }

    private static OffsetDateTime newest(Map<String, Index> indexes) throws IOException {
        return indexes.values().stream()
                .flatMap(index -> index.mailboxes().stream())
                .flatMap(box -> box.entries().stream())
                .map(Index.Entry::arrival)
                .max(OffsetDateTime.timeLineOrder())
                .orElseThrow(() -> new IOException("There is no demo mail"));
    }

    private static OffsetDateTime target() {
        return OffsetDateTime.now().minus(NEWEST_AGE);
    }

    private void fill(MailAccount account, Index index) throws IOException {
        for (Index.Box box : index.mailboxes()) {
            account.locked(all -> create(all, box));
            for (Index.Entry entry : box.entries()) {
                Content content = content(account.user() + "/" + box.folder(), entry);
                account.locked(
                        all -> all.find(box.name()).map(b -> b.append(content, entry.flags())));
            }
        }
    }

    private static Mailbox create(Mailboxes all, Index.Box box) {
        if (box.subscribed()) {
            all.subscribed().add(box.name());
        }
        return all.find(box.name()).orElseGet(() -> all.create(box.name(), box.use()));
    }

    private Content content(String folder, Index.Entry entry) throws IOException {
        byte[] shifted = shift.message(read(folder + "/" + entry.file()));
        OffsetDateTime arrival = shift.date(entry.arrival());
        ZoneId zone = ZoneId.systemDefault();
        return new Content(
                Content.withCrlf(Melody.insertInto(shifted)),
                arrival.atZoneSameInstant(zone).toOffsetDateTime());
    }

    /** Reads a file of the folder {@code mail}. */
    public static byte[] read(String file) throws IOException {
        try (InputStream in = Corpus.class.getResourceAsStream("/mail/" + file)) {
            if (in == null) {
                throw new IOException("The demo mail is not complete: mail/" + file);
            }
            return in.readAllBytes();
        }
    }
}
