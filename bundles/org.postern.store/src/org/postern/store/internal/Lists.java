package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.store.ListQuery;
import org.postern.store.ListQuery.Order;
import org.postern.store.internal.sql.Link;
import org.postern.store.internal.threads.Subjects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Answers {@link ListQuery queries} with the numbers of messages. */
final class Lists {

    private static final int ROWS_BETWEEN_LOOKS = 1_000;

    private final Link link;
    private final ListQuery query;
    private final IProgressMonitor monitor;
    private final String words;
    private int seen;

    /** A message and what it is sorted by. */
    private record Keyed(long id, String key) {}

    private Lists(Link link, ListQuery query, IProgressMonitor monitor) {
        this.link = link;
        this.query = query;
        this.monitor = monitor;
        words = query.words().toLowerCase(Locale.ROOT);
    }

    static long[] list(Link link, ListQuery query, IProgressMonitor monitor) throws SQLException {
        Lists list = new Lists(link, query, monitor);
        boolean byText = query.order() == Order.AUTHOR || query.order() == Order.SUBJECT;
        return byText ? list.byText() : list.asFound();
    }

    private long[] asFound() throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        each(row -> ids.add(row.getLong(1)));
        return ids.build().toArray();
    }

    private long[] byText() throws SQLException {
        List<Keyed> found = new ArrayList<>();
        each(row -> found.add(new Keyed(row.getLong(1), key(row.getString(2)))));
        Comparator<Keyed> order = Comparator.comparing(Keyed::key);
        found.sort(query.reversed() ? Collections.reverseOrder(order) : order);
        return found.stream().mapToLong(Keyed::id).toArray();
    }

    private void each(Link.RowVisitor visitor) throws SQLException {
        ListSql sql = ListSql.of(query);
        link.each(
                sql.text(),
                row -> {
                    look();
                    if (wanted(row)) {
                        visitor.visit(row);
                    }
                },
                sql.values().toArray());
    }

    private void look() {
        if (++seen % ROWS_BETWEEN_LOOKS == 0 && monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private boolean wanted(ResultSet row) throws SQLException {
        return words.isEmpty() || has(row, 3) || has(row, 4) || has(row, 5);
    }

    private boolean has(ResultSet row, int column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT).contains(words);
    }

    private String key(String text) {
        return plain(query.order() == Order.SUBJECT ? Subjects.base(text) : text);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** As one looks for it in a dictionary: without case and accents. */
    private static String plain(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return ascii(small)
                ? small
                : Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
