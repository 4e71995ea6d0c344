package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every requirement of the RFCs about secure mail access is held by tests that are there. */
class ConformanceTest {

    private static final Set<String> RFCS = Set.of("8314", "9051", "2595", "7817", "9525", "9325");
    private static final int FEWEST = 130;

    private final List<Requirement> all = Requirement.all();

    @Test
    void everyRfcIsInTheTableAndNoIdTwice() {
        assertEquals(RFCS, all.stream().map(Requirement::rfc).collect(Collectors.toSet()));
        assertEquals(all.size(), all.stream().map(Requirement::id).distinct().count());
        assertTrue(all.size() >= FEWEST, all.size() + " rows: some are missing");
    }

    @Test
    void everyMustIsHeldByATest() {
        assertEquals(
                List.of(), all.stream().filter(r -> r.isMust() && r.tests().isEmpty()).toList());
    }

    @Test
    void whatIsNotFollowedSaysWhy() {
        Pattern reason = Pattern.compile("not followed[^:]*: .{40,}");
        assertEquals(
                List.of(),
                all.stream()
                        .filter(r -> !r.isFollowed() && !reason.matcher(r.heldBy()).matches())
                        .toList());
    }

    @Test
    void everyNamedTestIsThere() {
        assertFalse(isThere("net/StartTlsTest#nobodyWroteThis"), "this check can fail");
        assertFalse(isThere("net/Upgrade#assertFails"), "a helper is no test");
        assertEquals(
                List.of(),
                all.stream()
                        .flatMap(r -> r.tests().stream())
                        .distinct()
                        .filter(test -> !isThere(test))
                        .toList());
    }

    /** {@code bundle/Class#method}: a method with a test's annotation in that class's source. */
    private static boolean isThere(String test) {
        String[] parts = test.split("[/#]");
        if (parts.length != 3) {
            return false;
        }
        Pattern method =
                Pattern.compile(
                        "@(Test|ParameterizedTest)\\b(?:(?!@Test|@ParameterizedTest|;).)*?\\bvoid "
                                + Pattern.quote(parts[2])
                                + "\\(",
                        Pattern.DOTALL);
        return sources(parts[0], parts[1]).anyMatch(s -> method.matcher(s.text()).find());
    }

    private static Stream<SourceFile> sources(String bundle, String type) {
        Path tests = Tree.root().resolve("tests").resolve("org.postern." + bundle + ".tests");
        return Tree.files(tests, "/" + type + ".java").stream();
    }
}
