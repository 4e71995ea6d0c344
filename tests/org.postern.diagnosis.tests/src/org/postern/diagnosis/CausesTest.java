package org.postern.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of causes, their texts and their scenarios are one. */
class CausesTest {

    private static final String BUNDLE = "bundles/org.postern.diagnosis/";
    private static final String TEXTS =
            BUNDLE + "src/org/postern/diagnosis/internal/messages.properties";
    private static final String SCENARIOS =
            "tests/org.postern.diagnosis.tests/src/org/postern/diagnosis/scenarios";

    /** Only without rules, which {@link RulesTest} brings about. */
    private static final Set<String> WITHOUT_RULES = Set.of("unexplained");

    private static final Set<String> LISTED =
            found(BUNDLE + "causes.md", "(?m)^\\| `([a-z0-9-]+)`");

    @Test
    void everyCauseIsListedAndTold() {
        for (String part : List.of("brief", "meaning", "advice")) {
            String pattern = "(?m)^([a-z0-9-]+)\\." + part + " = ";
            assertEquals(LISTED, found(TEXTS, pattern), part);
        }
        assertTrue(LISTED.size() >= 45, () -> "told apart: " + LISTED.size());
    }

    /** As many letters as there is room for beside an account's name. */
    @Test
    void everyCauseIsToldInAFewWords() {
        assertEquals(LISTED, found(TEXTS, "(?m)^([a-z0-9-]+)\\.brief = .{3,25}$"));
        assertEquals("wrong name or password", diagnosis("wrong-password").brief());
        assertEquals("Something else.", diagnosis("of-another-bundle").brief());
    }

    private static Diagnosis diagnosis(String cause) {
        return new Diagnosis(cause, "", "", "Something else.", "", List.of(), List.of());
    }

    @Test
    void everyCauseHasAScenario() throws IOException {
        Set<String> seen = new TreeSet<>(WITHOUT_RULES);
        try (Stream<Path> files = Files.list(file(SCENARIOS))) {
            for (Path each :
                    files.filter(p -> p.toString().endsWith("ScenariosTest.java")).toList()) {
                seen.addAll(found(Files.readString(each), Pattern.compile("\"([a-z0-9-]+)\"")));
                seen.addAll(
                        found(
                                Files.readString(each),
                                Pattern.compile("(?m)^ +([a-z0-9-]+) +\\| ")));
            }
        }
        Set<String> missing = new TreeSet<>(LISTED);
        missing.removeAll(seen);
        assertEquals(Set.of(), missing);
    }

    private static Set<String> found(String file, String pattern) {
        try {
            return found(Files.readString(file(file)), Pattern.compile(pattern));
        } catch (IOException e) {
            throw new AssertionError("there is no " + file, e);
        }
    }

    private static Set<String> found(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tests run somewhere below the top of the tree. */
    static Path file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(name)) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder.resolve(name);
    }
}
