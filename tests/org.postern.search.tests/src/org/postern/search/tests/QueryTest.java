package org.postern.search.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.search.Clause;
import org.postern.search.Clause.Place;
import org.postern.search.Clause.State;
import org.postern.search.Query;
import org.postern.search.QueryError;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

class QueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static Clause read(String text) throws QueryError {
        return Query.parse(text, TODAY).root();
    }

    private static Clause word(String text) {
        return new Clause.Words(Place.ANYWHERE, text, false);
    }

    private static Clause all(Clause... parts) {
        return new Clause.All(List.of(parts));
    }

    private static Clause any(Clause... parts) {
        return new Clause.Any(List.of(parts));
    }

    @Test
    void wordsBesideEachOtherMustAllBeThere() throws QueryError {
        assertEquals(all(word("red"), word("wine")), read("  red   wine "));
        assertEquals(all(word("red"), word("wine")), read("red AND wine"));
        assertEquals(word("red wine"), read("\"red wine\""));
    }

    @Test
    void nothingFindsEverything() throws QueryError {
        assertEquals(Query.EVERYTHING, Query.parse("   "));
        assertEquals(Query.EVERYTHING, Query.parse("()"));
    }

    @Test
    void orBindsMoreCloselyThanStandingBesideEachOther() throws QueryError {
        assertEquals(all(any(word("a"), word("b")), word("c")), read("a OR b c"));
        assertEquals(any(word("a"), all(word("b"), word("c"))), read("a OR (b c)"));
        assertEquals(all(word("or"), word("x")), read("or x"));
    }

    @Test
    void minusExcludesAndADashInsideOrAloneDoesNot() throws QueryError {
        assertEquals(all(word("a"), new Clause.Not(word("b"))), read("a -b"));
        assertEquals(new Clause.Not(any(word("a"), word("b"))), read("-(a OR b)"));
        assertEquals(word("e-mail"), read("e-mail"));
        assertEquals(all(word("a"), word("-"), word("b")), read("a - b"));
    }

    @Test
    void fieldsSayWhereWordsStand() throws QueryError {
        assertEquals(new Clause.Words(Place.FROM, "a@b.org", false), read("from:a@b.org"));
        assertEquals(
                new Clause.Words(Place.SUBJECT, "red wine", false), read("Subject:\"red wine\""));
        assertEquals(
                any(new Clause.Words(Place.TO, "a", false), new Clause.Words(Place.TO, "b", true)),
                read("to:(a OR b*)"));
        assertEquals(word("http://example.org/x"), read("http://example.org/x"));
        assertEquals(word("re:x"), read("re:x"));
    }

    @Test
    void aStarLeavesTheLastWordOpen() throws QueryError {
        assertEquals(new Clause.Words(Place.ANYWHERE, "win", true), read("win*"));
        assertEquals(new Clause.Words(Place.ANYWHERE, "red win", true), read("\"red win\"*"));
        assertEquals(word("*"), read("*"));
    }

    @Test
    void statesDaysAndSizesAreRead() throws QueryError {
        assertEquals(new Clause.Is(State.UNREAD), read("is:unread"));
        assertEquals(new Clause.Is(State.ANSWERED), read("tag:answered"));
        assertEquals(new Clause.HasAttachment(), read("has:attachment"));
        assertEquals(new Clause.In("Work/Old projects"), read("in:\"Work/Old projects\""));
        assertEquals(new Clause.OfAccount("home"), read("account:home"));
        assertEquals(new Clause.Larger(5L << 20), read("larger:5M"));
        assertEquals(new Clause.Smaller(300), read("smaller:300"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "2024/3/1, 2024-03-01",
        "2024-03, 2024-03-01",
        "2024, 2024-01-01",
        "today, 2026-03-31",
        "yesterday, 2026-03-30",
        "7d, 2026-03-24",
        "2w, 2026-03-17",
        "1m, 2026-02-28",
        "1y, 2025-03-31"
    })
    void daysAreWrittenInManyWays(String written, LocalDate day) throws QueryError {
        assertEquals(new Clause.Before(day), read("before:" + written));
        assertEquals(new Clause.After(day), read("after:" + written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a \"b c | 2 | 6",
                "a (b OR c | 2 | 3",
                "a b) c | 3 | 4",
                "OR b | 0 | 2",
                "a OR | 2 | 4",
                "a OR OR b | 2 | 4",
                "from: x | 0 | 5",
                "x in:(a b) | 5 | 6",
                "x is:happy | 5 | 10",
                "has:wings | 4 | 9",
                "before:2024-02-30 | 7 | 17",
                "after:soon | 6 | 10",
                "after:99999y | 6 | 12",
                "larger:big | 7 | 10",
                "x form:bob | 2 | 10",
                "subjct:x | 0 | 8",
                "a '' \"\" | 5 | 7"
            })
    void anErrorSaysWhere(String text, int from, int to) {
        QueryError error = assertThrows(QueryError.class, () -> read(text));
        assertEquals(from + "-" + to, error.from() + "-" + error.to(), error.getMessage());
        assertFalse(error.getMessage().isBlank());
    }

    @Test
    void theEndMayBeUnfinishedWhileTyping() throws QueryError {
        assertEquals(
                all(word("red"), new Clause.Words(Place.ANYWHERE, "wi", true)),
                Query.typing("red wi").root());
        assertEquals(all(word("red"), word("wine")), Query.typing("red wine ").root());
        assertEquals(
                new Clause.Words(Place.ANYWHERE, "red wi", true), Query.typing("\"red wi").root());
        assertEquals(word("red wine"), Query.typing("\"red wine\"").root());
        for (String unfinished :
                List.of("a is:unre", "a before:20", "a from:", "a \"", "a (", "a OR ", "a -\"")) {
            assertEquals(
                    Query.parse("a").root(),
                    Query.typing(unfinished).root() instanceof Clause.All all
                            ? all.parts().getFirst()
                            : Query.typing(unfinished).root(),
                    unfinished);
        }
        assertThrows(QueryError.class, () -> Query.typing("is:happy x"));
    }

    @Test
    void noTextMakesItThrowAnythingElseAndAllThatIsReadCanBeWritten() {
        Random random = new Random(7);
        String[] pieces = {
            "a",
            "B ",
            " ",
            "(",
            ")",
            "\"",
            "-",
            "*",
            "\\",
            "OR",
            " OR ",
            "AND",
            "from:",
            "in:",
            "is:",
            "unread",
            "before:",
            "2024",
            "-13",
            "today",
            "larger:",
            "5M",
            "99999999999999",
            ":",
            "'",
            "\u00e9",
            "\u4e2d\u6587",
            "\ud83d\ude00",
            "\ud83d",
            "\0",
            "\n",
            "to:(",
            "subject:",
            "0y",
            "has:"
        };
        int good = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            good += roundTrip(text.toString()) ? 1 : 0;
        }
        assertFalse(good < 5_000, "only " + good + " could be read");
    }

    private static boolean roundTrip(String text) {
        try {
            Query.typing(text);
        } catch (QueryError e) {
            assertFalse(e.to() > text.length() || e.getMessage().isBlank(), text);
        }
        Query query;
        try {
            query = Query.parse(text, TODAY);
        } catch (QueryError e) {
            assertFalse(e.to() > text.length() || e.getMessage().isBlank(), text);
            return false;
        }
        try {
            assertEquals(query, Query.parse(query.text(), TODAY), text);
        } catch (QueryError e) {
            throw new AssertionError(text + " became " + query.text(), e);
        }
        return true;
    }

    @Test
    void nestingAndLengthAreBounded() {
        assertThrows(QueryError.class, () -> read("(".repeat(60) + "a" + ")".repeat(60)));
        assertThrows(QueryError.class, () -> read("-".repeat(60) + "a"));
        assertThrows(QueryError.class, () -> read("a ".repeat(3_000)));
    }
}
