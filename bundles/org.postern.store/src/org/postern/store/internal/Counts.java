package org.postern.store.internal;

import org.postern.store.MailboxId;
import org.postern.store.internal.pack.EntryHead;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what is counted, or referred to, with what is there, and sets it right. */
final class Counts {

    private final Mailboxes mailboxes;
    private final Transaction transaction;
    private final Link link;
    private final List<String> wrong = new ArrayList<>();

    Counts(Mailboxes mailboxes, Transaction transaction) {
        this.mailboxes = mailboxes;
        this.transaction = transaction;
        this.link = transaction.link();
    }

    private record Dangling(MailboxId mailbox, long message) {}

    /**
     * @return what was wrong
     */
    List<String> setRight() throws SQLException {
        messages();
        for (Mailbox mailbox : mailboxes.all()) {
            standing(mailbox);
        }
        fix("header.message", "DELETE FROM header WHERE message NOT IN (SELECT id FROM message)");
        fix(
                "expected.message",
                "DELETE FROM expected WHERE message NOT IN (SELECT id FROM message)");
        fix(
                "body.refs",
                "UPDATE body SET refs = counted.refs FROM (SELECT body.id AS id,"
                        + " count(message.id) AS refs FROM body"
                        + " LEFT JOIN message ON message.body = body.id GROUP BY body.id)"
                        + " AS counted WHERE counted.id = body.id AND counted.refs <> body.refs");
        BodyTable.sweep(link);
        fix(
                "pack.live",
                "UPDATE pack SET live = counted.live FROM (SELECT pack.id AS id,"
                        + " coalesce(sum(length + "
                        + EntryHead.SIZE
                        + "), 0) AS live FROM pack LEFT JOIN body ON body.pack = pack.id"
                        + " GROUP BY pack.id) AS counted"
                        + " WHERE counted.id = pack.id AND counted.live <> pack.live");
        return wrong;
    }

    /** Messages whose bodies are not in the database are fetched again. */
    private void messages() throws SQLException {
        fix("message.mailbox", "DELETE FROM message WHERE mailbox NOT IN (SELECT id FROM mailbox)");
        List<Dangling> dangling =
                link.list(
                        "SELECT mailbox, id FROM message"
                                + " WHERE body <> 0 AND body NOT IN (SELECT id FROM body)",
                        row -> new Dangling(new MailboxId(row.getLong(1)), row.getLong(2)));
        for (Dangling each : dangling) {
            Mailbox mailbox = mailboxes.find(each.mailbox()).orElseThrow();
            Stored stored = MessageTable.find(link, mailbox.number(), each.message()).orElseThrow();
            transaction.edit(mailbox).lost(stored);
        }
        note("message.body", dangling.size());
    }

    private void standing(Mailbox mailbox) throws SQLException {
        Optional<String> token = mailbox.standing().token();
        Mailbox.Standing counted =
                link.first(
                                "SELECT count(*), coalesce(sum(shown & 1 = 0), 0) FROM message"
                                        + " WHERE mailbox = ? AND hidden = 0",
                                row -> new Mailbox.Standing(token, row.getInt(1), row.getInt(2)),
                                mailbox.number())
                        .orElseThrow();
        if (!counted.equals(mailbox.standing())) {
            MailboxTable.stand(link, mailbox.number(), counted);
            transaction.then(() -> mailbox.stand(counted));
            note("mailbox.total", 1);
        }
    }

    private void fix(String what, String sql) throws SQLException {
        note(what, link.run(sql));
    }

    private void note(String what, int count) {
        if (count > 0) {
            wrong.add(Messages.format("check.counts", what));
        }
    }
}
