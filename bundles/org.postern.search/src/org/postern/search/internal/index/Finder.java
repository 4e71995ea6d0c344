package org.postern.search.internal.index;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.postern.account.Accounts;
import org.postern.search.Clause;
import org.postern.search.Hit;
import org.postern.search.MailSearch.Order;
import org.postern.search.Page;
import org.postern.search.Query;
import org.postern.store.MailReader;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the index, and completes its answers out of the store. Thread-safe. */
public final class Finder {

    private static final SortField LATEST = new SortField(Fields.DATE, SortField.Type.LONG, true);
    private static final SortField LAST = new SortField(Fields.ID, SortField.Type.LONG, true);
    private static final Sort NEWEST = new Sort(LATEST, LAST);
    private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, LATEST, LAST);

    private final Runner runner;
    private final MailReader store;
    private final Scope scope;

    public Finder(Runner runner, MailReader store, Accounts accounts) {
        this.runner = runner;
        this.store = store;
        this.scope = new Scope(accounts, store);
    }

    public Page find(Query query, Order order, int from, int count) throws IOException {
        if (from < 0 || count < 0) {
            throw new IllegalArgumentException(count + " hits from " + from);
        }
        TopFieldDocs found =
                runner.index().find(searcher -> top(searcher, query, order, from + count));
        List<Hit> hits = new ArrayList<>();
        for (int n = from; n < found.scoreDocs.length; n++) {
            hit(query, order, found.scoreDocs[n]).ifPresent(hits::add);
        }
        return new Page(hits, found.totalHits.value());
    }

    private TopFieldDocs top(IndexSearcher searcher, Query query, Order order, int count)
            throws IOException {
        boolean scored = order == Order.RELEVANCE;
        int most = Math.max(1, Math.min(searcher.getIndexReader().maxDoc(), count));
        return searcher.search(
                compiled(searcher, query, scored),
                new TopFieldCollectorManager(
                        scored ? RELEVANCE : NEWEST, most, null, Integer.MAX_VALUE));
    }

    private org.apache.lucene.search.Query compiled(
            IndexSearcher searcher, Query query, boolean scored) {
        WordQueries words = new WordQueries(searcher.getIndexReader(), scored);
        return new Compiler(words, scope, ZoneId.systemDefault()).query(query.root());
    }

    /** The index learns of flags a moment later than the store; what is shown has to be right. */
    private Optional<Hit> hit(Query query, Order order, ScoreDoc found) {
        Object[] values = ((FieldDoc) found).fields;
        MessageId id = new MessageId((Long) values[values.length - 1]);
        float score = order == Order.RELEVANCE ? (Float) values[0] : 0;
        return store.row(id)
                .filter(row -> isStill(query.root(), row))
                .map(row -> new Hit(row, score));
    }

    private static boolean isStill(Clause clause, MessageRow row) {
        return switch (clause) {
            case Clause.All all -> all.parts().stream().allMatch(part -> isStill(part, row));
            case Clause.Is is -> Bits.is(is.state(), Bits.of(row.flags()));
            case Clause.Not(Clause.Is is) -> !Bits.is(is.state(), Bits.of(row.flags()));
            default -> true;
        };
    }

    public long count(Query query) throws IOException {
        return runner.index()
                .find(searcher -> (long) searcher.count(compiled(searcher, query, false)));
    }
}
