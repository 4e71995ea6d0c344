package org.postern.search.internal.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a query as they are in the index. */
public final class Wanted {

    private Wanted() {}

    /** The words that must stand one after the other. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Splitter splitter = new Splitter(text);
        boolean tail = false;
        while (splitter.next()) {
            words.add(splitter.word());
            tail = splitter.isTail();
        }
        if (tail) {
            words.removeLast(); // the pair before it says so already, and the run may go on
        }
        return words;
    }

    /** Whether the last word is one character of writing without blanks, which begins pairs. */
    public static boolean isPart(String text) {
        Splitter splitter = new Splitter(text);
        boolean single = false;
        while (splitter.next()) {
            single = splitter.isSingle() && !splitter.isTail();
        }
        return single;
    }
}
