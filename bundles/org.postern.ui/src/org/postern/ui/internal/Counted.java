package org.postern.ui.internal;

import java.util.stream.Stream;

/** Sentences about a number of things: one of them is told of by another sentence. */
public final class Counted {

    private Counted() {}

    /**
     * @param count by which the sentence is chosen
     * @param one the sentence for one thing
     * @param many the sentence for none or several
     * @param words what stands for {0}, {1} and so on in both of them; the count itself when none
     */
    public static String of(long count, String one, String many, Object... words) {
        Object[] said = words.length == 0 ? new Object[] {count} : words;
        return Messages.bind(
                count == 1 ? one : many, Stream.of(said).map(String::valueOf).toArray());
    }
}
