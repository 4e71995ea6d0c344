package org.postern.store.internal;

import org.postern.store.ListQuery;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The statement that answers a {@link ListQuery}, but for words and orders of text. Its columns are
 * the number, the text to sort by, and where words are looked for subject, name and address.
 */
record ListSql(String text, List<Object> values) {

    static ListSql of(ListQuery query) {
        List<Object> values = new ArrayList<>();
        String text =
                "SELECT id, "
                        + key(query)
                        + (query.words().isEmpty() ? "" : ", subject, name, address")
                        + " FROM message WHERE "
                        + where(query.mailboxes(), values)
                        + " AND hidden = 0"
                        + only(query, values)
                        + order(query);
        return new ListSql(text, values);
    }

    private static String key(ListQuery query) {
        return switch (query.order()) {
            case DATE, SIZE -> "''";
            case AUTHOR -> "CASE WHEN trim(name) = '' THEN address ELSE name END";
            case SUBJECT -> "subject";
        };
    }

    /** One mailbox is named alone, so that its index gives the order. */
    private static String where(List<MailboxId> mailboxes, List<Object> values) {
        if (mailboxes.size() == 1) {
            values.add(mailboxes.getFirst().value());
            return "mailbox = ?";
        }
        values.add(json(mailboxes, MailboxId::value));
        return "mailbox IN (SELECT value FROM json_each(?))";
    }

    private static String only(ListQuery query, List<Object> values) {
        String flag =
                switch (query.only()) {
                    case ALL -> "";
                    case UNREAD -> "shown & 1 = 0";
                    case FLAGGED -> "shown & 2 = 2";
                };
        if (flag.isEmpty()) {
            return "";
        }
        if (query.kept().isEmpty()) {
            return " AND " + flag;
        }
        values.add(json(query.kept(), MessageId::value));
        return " AND (" + flag + " OR id IN (SELECT value FROM json_each(?)))";
    }

    private static <T> String json(Collection<T> all, ToLongFunction<T> number) {
        return all.stream()
                .map(each -> Long.toString(number.applyAsLong(each)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Texts are sorted later; those that are equal come newest first. */
    private static String order(ListQuery query) {
        boolean reversed = query.reversed();
        return switch (query.order()) {
            case DATE -> reversed ? " ORDER BY date, id" : " ORDER BY date DESC, id DESC";
            case SIZE -> " ORDER BY size" + (reversed ? "" : " DESC") + ", date DESC, id DESC";
            case AUTHOR, SUBJECT -> " ORDER BY date DESC, id DESC";
        };
    }
}
