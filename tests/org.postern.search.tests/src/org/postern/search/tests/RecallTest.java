package org.postern.search.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.search.Clause;
import org.postern.search.MailSearch.Order;
import org.postern.search.Query;
import org.postern.search.tests.MailForge.Forged;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is found, against what is there: the texts are known from before they were encoded, and are
 * looked through one after the other, in a way that shares nothing with the index.
 */
class RecallTest {

    private static final int MESSAGES = 400;
    private static final int QUESTIONS = 600;

    @TempDir Path folder;

    @Test
    void findsExactlyTheMessagesInWhichAWordStands() throws Exception {
        Random random = new Random(5);
        Vocabulary vocabulary = new Vocabulary(random);
        MailForge forge = new MailForge(random, vocabulary);
        List<String> texts = new ArrayList<>();
        int found = 0;
        try (World world = new World(folder)) {
            for (int n = 0; n < MESSAGES; n++) {
                Forged forged = forge.message(n);
                world.put(world.inbox(), Integer.toString(n), forged.mail());
                texts.add(forged.text());
            }
            for (int n = 0; n < QUESTIONS; n++) {
                String word = vocabulary.question();
                Set<String> expected = expected(texts, word);
                assertEquals(expected, found(world, word), word);
                found += expected.size();
            }
            assertEquals(Set.of(), found(world, "hidden"));
            assertEquals(MESSAGES, found(world, "").size());
        }
        assertTrue(found > QUESTIONS, "too little was asked: " + found);
    }

    private static Set<String> found(World world, String word) throws Exception {
        Query query =
                word.isEmpty()
                        ? Query.EVERYTHING
                        : new Query(new Clause.Words(Clause.Place.ANYWHERE, word, false));
        return new TreeSet<>(world.find(query, Order.NEWEST));
    }

    private static Set<String> expected(List<String> texts, String word) {
        Set<String> expected = new TreeSet<>();
        for (int n = 0; n < texts.size(); n++) {
            if (stands(plain(word), plain(texts.get(n)))) {
                expected.add(Integer.toString(n));
            }
        }
        return expected;
    }

    /** Writing without blanks has no words, so any part of it counts. */
    private static boolean stands(String word, String text) {
        return word.codePointAt(0) >= 0x1100
                ? text.contains(word)
                : Arrays.asList(text.split(" ")).contains(word);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
        String bare = apart.codePointAt(0) >= 0x1100 ? text : apart.replaceAll("\\p{Mn}", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ')
                .replace('ł', 'l')
                .replace("œ", "oe")
                .replace('ة', 'ه');
    }
}
