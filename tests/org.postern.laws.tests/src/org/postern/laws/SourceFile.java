package org.postern.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the tree.
 *
 * @param name from the tree's root
 */
record SourceFile(String name, String text) {

    static SourceFile read(Path file) {
        try {
            String name = Tree.root().relativize(file).toString().replace('\\', '/');
            return new SourceFile(
                    name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Java with comments blanked out, so that a law may be spoken of where it is kept. Text blocks
     * and strings stay.
     */
    SourceFile withoutComments() {
        Matcher matcher = STRING_OR_COMMENT.matcher(text);
        String code =
                matcher.replaceAll(
                        m ->
                                m.group(1) != null
                                        ? Matcher.quoteReplacement(m.group(1))
                                        : m.group().replaceAll("[^\n]", " "));
        return new SourceFile(name, code);
    }

    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile(
                    "(\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
                            + "])*\"|'(?:\\\\.|[^'\\\\\n"
                            + "])*')|//[^\n"
                            + "]*|/\\*(?s:.*?)\\*/");

    /** Where the pattern stands, as {@code name:line: text}. */
    List<String> places(Pattern pattern) {
        List<String> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            long line =
                    text.substring(0, matcher.start()).lines().count()
                            + (startsLine(matcher.start()) ? 1 : 0);
            places.add(name + ":" + Math.max(1, line) + ": " + matcher.group().strip());
        }
        return places;
    }

    private boolean startsLine(int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }
}
