package org.postern.search.internal.index;

import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.postern.search.Clause;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes queries of ours into Lucene's. */
final class Compiler {

    private final WordQueries words;
    private final Scope scope;
    private final ZoneId zone;

    Compiler(WordQueries words, Scope scope, ZoneId zone) {
        this.words = words;
        this.scope = scope;
        this.zone = zone;
    }

    Query query(Clause root) {
        return compiled(root).orElse(MatchAllDocsQuery.INSTANCE);
    }

    /** Empty for what has no word in it: nothing is asked by it. */
    private Optional<Query> compiled(Clause clause) {
        return switch (clause) {
            case Clause.All all -> all(all.parts());
            case Clause.Any any -> any(any.parts());
            case Clause.Not not -> compiled(not.part()).map(Compiler::not);
            case Clause.Words text -> words.query(text);
            case Clause.Is is ->
                    Optional.of(
                            NumericDocValuesField.newSlowSetQuery(
                                    Fields.FLAGS, Bits.in(is.state())));
            case Clause.HasAttachment has ->
                    Optional.of(new TermQuery(new Term(Fields.HAS, Fields.ATTACHMENT)));
            case Clause.In in -> Optional.of(mailboxes(scope.in(in.mailbox())));
            case Clause.OfAccount of -> Optional.of(mailboxes(scope.of(of.account())));
            case Clause.Before before ->
                    Optional.of(dates(Long.MIN_VALUE, start(before.day()) - 1));
            case Clause.After after -> Optional.of(dates(start(after.day()), Long.MAX_VALUE));
            case Clause.Larger larger -> Optional.of(sizes(larger.bytes() + 1, Long.MAX_VALUE));
            case Clause.Smaller smaller -> Optional.of(sizes(Long.MIN_VALUE, smaller.bytes() - 1));
        };
    }

    private Optional<Query> all(List<Clause> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int asked = 0;
        boolean positive = false;
        for (Clause part : parts) {
            boolean not = part instanceof Clause.Not;
            Optional<Query> one =
                    part instanceof Clause.Not(Clause inner) ? compiled(inner) : compiled(part);
            if (one.isPresent()) {
                all.add(one.get(), not ? Occur.MUST_NOT : Occur.MUST);
                positive |= !not;
                asked++;
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return asked == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private Optional<Query> any(List<Clause> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int asked = 0;
        for (Clause part : parts) {
            Optional<Query> one = compiled(part);
            if (one.isPresent()) {
                any.add(one.get(), Occur.SHOULD);
                asked++;
            }
        }
        return asked == 0 ? Optional.empty() : Optional.of(any.build());
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query mailboxes(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return new MatchNoDocsQuery("no such mailbox");
        }
        return LongField.newSetQuery(
                Fields.MAILBOX, numbers.stream().mapToLong(Long::longValue).toArray());
    }

    private static Query sizes(long from, long to) {
        return LongField.newRangeQuery(Fields.SIZE, from, to);
    }

    private static Query dates(long from, long to) {
        return new IndexOrDocValuesQuery(
                LongPoint.newRangeQuery(Fields.DATE, from, to),
                NumericDocValuesField.newSlowRangeQuery(Fields.DATE, from, to));
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
