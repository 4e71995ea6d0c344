package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.imap.internal.response.InternalDate;
import org.postern.imap.internal.wire.ModifiedUtf7;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The small values of the wire. */
class WireTest {

    private static UidSet set(BitSet bits, Random random) {
        List<Integer> numbers = new ArrayList<>(bits.stream().boxed().toList());
        Collections.shuffle(numbers, random);
        UidSetBuilder builder = new UidSetBuilder();
        numbers.forEach(builder::add);
        return builder.build();
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        for (int i = random.nextInt(60); i > 0; i--) {
            int from = 1 + random.nextInt(200);
            bits.set(from, from + 1 + random.nextInt(5));
        }
        return bits;
    }

    private static BitSet bits(UidSet set) {
        BitSet bits = new BitSet();
        set.iterator().forEachRemaining((long uid) -> bits.set((int) uid));
        return bits;
    }

    @Test
    void setsOfUidsBehaveLikeSets() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            BitSet a = bits(random);
            BitSet b = bits(random);
            UidSet one = set(a, random);
            UidSet other = set(b, random);
            BitSet union = (BitSet) a.clone();
            union.or(b);
            BitSet both = (BitSet) a.clone();
            both.and(b);
            BitSet less = (BitSet) a.clone();
            less.andNot(b);
            assertEquals(union, bits(one.union(other)));
            assertEquals(both, bits(one.intersect(other)));
            assertEquals(less, bits(one.minus(other)));
            assertEquals(a.cardinality(), one.size());
            assertEquals(one, UidSet.parse(one.toString()));
            assertEquals(a.get(i % 200), one.contains(i % 200));
        }
    }

    @Test
    void piecesAreWholeNewestFirstAndFitIntoACommand() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            UidSet all = set(bits(random), random);
            UidSet together = UidSet.EMPTY;
            long before = Long.MAX_VALUE;
            int most = 5;
            for (Iterator<UidSet> pieces = all.newestFirst(5, 9); pieces.hasNext(); most = 9) {
                UidSet piece = pieces.next();
                assertTrue(piece.size() <= most && piece.size() > 0);
                assertTrue(piece.max() < before);
                before = piece.iterator().nextLong();
                together = together.union(piece);
            }
            assertEquals(all, together);
        }
        UidSetBuilder holes = new UidSetBuilder();
        for (long uid = 4_000_000_001L; uid < 4_000_002_000L; uid += 2) {
            holes.add(uid);
        }
        String longest = holes.build().newestFirst(1000, 1000).next().toString();
        assertTrue(longest.length() < 8000 && longest.length() > 3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1:", ":1", "1,,2", "*", "1:*", "4294967296", "1:2:3", "x", " 1"})
    void whatIsNoSetIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> UidSet.parse(text));
    }

    @Test
    void theLargestSetIsSmall() {
        UidSet all = UidSet.parse("4294967295:1");
        assertEquals(UidSet.MAX, all.size());
        assertTrue(all.minus(UidSet.range(1, UidSet.MAX)).isEmpty());
        assertTrue(UidSet.range(5, 4).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "&AOQ-pfel, äpfel",
        "a&-b, a&b",
        "&ZeVnLIqe-, 日本語",
        "&2D3eAA-, 😀",
        "'~peter/mail/&U,BTFw-/&ZeVnLIqe-', ~peter/mail/台北/日本語",
    })
    void modifiedUtf7IsReadAndWritten(String wire, String name) {
        assertEquals(name, ModifiedUtf7.decode(wire));
        assertEquals(wire, ModifiedUtf7.encode(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "&", "&AGE", "&A-", "&!!-", "&AAAAA-"})
    void whatIsNotModifiedUtf7StaysAName(String wire) {
        assertFalse(ModifiedUtf7.decode(wire).isEmpty());
    }

    @Test
    void everyNameSurvivesModifiedUtf7() {
        Random random = new Random(9);
        for (int i = 0; i < 5000; i++) {
            String name =
                    random.ints(1 + random.nextInt(20), 1, 0x11000)
                            .filter(c -> c < 0xD800 || c > 0xDFFF)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            String wire = ModifiedUtf7.encode(name);
            assertEquals(name, ModifiedUtf7.decode(wire));
            assertTrue(wire.chars().allMatch(c -> c >= ' ' && c <= '~'));
        }
    }

    @Test
    void datesAreReadAndWritten() {
        Instant instant = Instant.parse("1996-07-17T09:44:25Z");
        assertEquals(Optional.of(instant), date("17-Jul-1996 02:44:25 -0700"));
        assertEquals(Optional.of(instant), date("17-JUL-1996 09:44:25 +0000"));
        assertEquals(
                Optional.of(Instant.parse("1996-07-07T00:00:00Z")),
                date(" 7-Jul-1996 00:00:00 +0000"));
        assertEquals(Optional.empty(), date("yesterday"));
        for (String wrong :
                new String[] {
                    "31-Feb-2020 00:00:00 +0000",
                    "01-Foo-2020 00:00:00 +0000",
                    "01-Jan-2020 25:00:00 +0000",
                    "01-Jan-2020 00:00:00 +9999",
                }) {
            assertEquals(Optional.empty(), date(wrong));
        }
        assertEquals("17-Jul-1996 09:44:25 +0000", InternalDate.format(instant));
    }

    private static Optional<Instant> date(String text) {
        return InternalDate.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
