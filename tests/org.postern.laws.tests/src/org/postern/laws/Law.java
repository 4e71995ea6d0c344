package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that stands in no source. It is proven on a sample that breaks it before it is
 * believed.
 *
 * @param sentence what a reader is told who breaks it
 * @param broken what breaks it
 */
record Law(String sentence, Pattern broken) {

    static Law forbids(String sentence, String regex) {
        return new Law(sentence, Pattern.compile(regex));
    }

    /** Holds in all of these files and does not hold in the sample. */
    void check(List<SourceFile> files, String sample) {
        SourceFile breaker = new SourceFile("sample", sample);
        assertFalse(
                breaker.withoutComments().places(broken).isEmpty(),
                () -> "the law does not see: " + sample);
        assertFalse(files.isEmpty(), "the law sees no file at all");
        List<String> places =
                files.stream()
                        .map(SourceFile::withoutComments)
                        .flatMap(f -> f.places(broken).stream())
                        .toList();
        assertEquals(List.of(), places, sentence);
    }
}
