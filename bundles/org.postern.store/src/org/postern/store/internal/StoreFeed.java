package org.postern.store.internal;

import org.postern.core.MailException;
import org.postern.store.ChangeFeed;
import org.postern.store.MessageId;
import org.postern.store.internal.sql.Database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a store tells those who follow it. */
public final class StoreFeed implements ChangeFeed {

    private final StoreRoot root;

    public StoreFeed(StoreRoot root) {
        this.root = root;
    }

    @Override
    public Point now() throws MailException {
        return ask(ChangeTable::now);
    }

    @Override
    public Optional<Changes> since(Point point, int most) throws MailException {
        return ask(link -> ChangeTable.since(link, point, most));
    }

    @Override
    public List<MessageId> messages(MessageId after, int most) throws MailException {
        return numbers("id > ?", after, most);
    }

    @Override
    public List<MessageId> bodiless(MessageId after, int most) throws MailException {
        return numbers("body = 0 AND id > ?", after, most);
    }

    private List<MessageId> numbers(String which, MessageId after, int most) throws MailException {
        String sql =
                "SELECT id FROM message WHERE hidden = 0 AND " + which + " ORDER BY id LIMIT ?";
        return ask(
                link -> link.list(sql, row -> new MessageId(row.getLong(1)), after.value(), most));
    }

    @Override
    public Optional<byte[]> headers(MessageId message) throws MailException {
        return ask(
                link ->
                        link.first(
                                "SELECT bytes FROM header WHERE message = ?",
                                row -> row.getBytes(1),
                                message.value()));
    }

    @Override
    public void done(Point point) throws MailException {
        try {
            root.write(
                    transaction -> {
                        ChangeTable.forget(transaction.link(), point);
                        return null;
                    });
        } catch (SQLException | IOException e) {
            throw Failures.writing(e);
        }
    }

    /** Whoever follows must not take a store that was closed for one that is empty. */
    private <T> T ask(Database.Question<T> question) throws MailException {
        try {
            return root.ask(question)
                    .orElseThrow(() -> Failures.reading(new IOException("the store is closed")));
        } catch (SQLException e) {
            throw Failures.reading(e);
        }
    }
}
