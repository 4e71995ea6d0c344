package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of passwords that the check of secrets looks for has every one that a test uses. */
class SecretsTest {

    private static final String TEXT = "\"((?:[^\"\\\\\\n]|\\\\.)*)\"";

    /** Where a literal is a password. */
    private static final List<Pattern> PLACES =
            List.of(
                    Pattern.compile("new TestUser\\(" + TEXT + ",\\s*" + TEXT),
                    Pattern.compile("\\.user\\(" + TEXT + ",\\s*" + TEXT),
                    Pattern.compile("()(?:PASSWORD|SECRET|TOKEN|PIN) =\\s*" + TEXT),
                    Pattern.compile("()" + TEXT + "\\.toCharArray\\(\\)"));

    private static final int SHORTEST = 6;

    private final List<String> lines =
            SourceFile.read(Tree.root().resolve("releng/conformance/secrets.txt"))
                    .text()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();

    @Test
    void everyPasswordOfATestIsInTheList() {
        Set<String> known =
                lines.stream()
                        .map(line -> line.startsWith("-") ? line.substring(1) : line)
                        .collect(Collectors.toSet());
        Set<String> missing = passwords();
        assertTrue(missing.contains("correct horse battery"), "this check can fail");
        missing.removeAll(known);
        assertEquals(Set.of(), missing);
    }

    @Test
    void whatIsLookedForIsLongEnoughToMeanSomething() {
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !line.startsWith("-") && line.length() < SHORTEST)
                        .toList());
    }

    private static Set<String> passwords() {
        Set<String> all = new TreeSet<>();
        for (SourceFile file : Tree.files(Tree.root().resolve("tests"), ".java")) {
            for (Pattern place : PLACES) {
                Matcher matcher = place.matcher(file.text());
                while (matcher.find()) {
                    all.add(plain(matcher.group(2)));
                }
            }
        }
        return all;
    }

    /** Without Java's escapes. */
    private static String plain(String literal) {
        return Pattern.compile("\\\\u+([0-9a-fA-F]{4})")
                .matcher(literal)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(m.group(1), 16))))
                .translateEscapes();
    }
}
