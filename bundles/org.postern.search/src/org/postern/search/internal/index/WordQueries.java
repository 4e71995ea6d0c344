package org.postern.search.internal.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.postern.search.Clause.Place;
import org.postern.search.Clause.Words;
import org.postern.search.internal.text.Wanted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lucene's queries for words; for one reader of the index. */
final class WordQueries {

    /** So many endings of the last word of a phrase are tried, the most frequent ones. */
    private static final int ENDINGS = 1_024;

    private static final Map<String, Float> WEIGHTS =
            Map.of(Fields.SUBJECT, 3f, Fields.FROM, 2f, Fields.NAMES, 1.5f);

    private final IndexReader reader;
    private final boolean scored;

    /**
     * @param scored whether it matters how well a message fits
     */
    WordQueries(IndexReader reader, boolean scored) {
        this.reader = reader;
        this.scored = scored;
    }

    /** Empty when there is no word in it. */
    Optional<Query> query(Words words) {
        List<String> wanted = Wanted.words(words.text());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        boolean open = words.open() || Wanted.isPart(words.text());
        List<Query> each =
                fields(words.place()).stream().map(field -> in(field, wanted, open)).toList();
        return Optional.of(each.size() == 1 ? each.getFirst() : somewhere(each));
    }

    private static List<String> fields(Place place) {
        return switch (place) {
            case ANYWHERE -> Fields.TEXTS;
            case FROM -> List.of(Fields.FROM);
            case TO -> List.of(Fields.TO, Fields.CC);
            case CC -> List.of(Fields.CC);
            case SUBJECT -> List.of(Fields.SUBJECT);
            case BODY -> List.of(Fields.BODY);
            case ATTACHMENT -> List.of(Fields.NAMES);
        };
    }

    private Query somewhere(List<Query> each) {
        if (scored) {
            return new DisjunctionMaxQuery(each, 0.1f);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        each.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private Query in(String field, List<String> words, boolean open) {
        Query query = plain(field, words, open);
        Float weight = WEIGHTS.get(field);
        return scored && weight != null ? new BoostQuery(query, weight) : query;
    }

    private Query plain(String field, List<String> words, boolean open) {
        Term last = new Term(field, words.getLast());
        if (words.size() == 1) {
            return open ? new PrefixQuery(last) : new TermQuery(last);
        }
        if (!open) {
            return new PhraseQuery(field, words.toArray(String[]::new));
        }
        return openPhrase(field, words);
    }

    private Query openPhrase(String field, List<String> words) {
        Term[] endings = endings(field, words.getLast());
        if (endings.length == 0) {
            return new MatchNoDocsQuery("no such word");
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.subList(0, words.size() - 1).forEach(word -> phrase.add(new Term(field, word)));
        return phrase.add(endings).build();
    }

    private Term[] endings(String field, String begin) {
        Map<BytesRef, Integer> found = new HashMap<>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    collect(terms.iterator(), new BytesRef(begin), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Map.Entry<BytesRef, Integer>> all = new ArrayList<>(found.entrySet());
        all.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return all.stream()
                .limit(ENDINGS)
                .map(entry -> new Term(field, entry.getKey()))
                .toArray(Term[]::new);
    }

    private static void collect(TermsEnum terms, BytesRef begin, Map<BytesRef, Integer> found)
            throws IOException {
        boolean more = terms.seekCeil(begin) != TermsEnum.SeekStatus.END;
        while (more && StringHelper.startsWith(terms.term(), begin)) {
            found.merge(BytesRef.deepCopyOf(terms.term()), terms.docFreq(), Integer::sum);
            more = terms.next() != null;
        }
    }
}
