package org.postern.laws;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of {@code releng/conformance/requirements.tsv}.
 *
 * @param level MUST, MUST NOT, SHOULD or SHOULD NOT
 * @param heldBy tests as {@code bundle/Class#method}, or why it is not followed
 */
record Requirement(
        String id, String rfc, String section, String level, String text, String heldBy) {

    private static final Set<String> LEVELS = Set.of("MUST", "MUST NOT", "SHOULD", "SHOULD NOT");
    private static final String NOT_FOLLOWED = "not followed";

    Requirement {
        if (!LEVELS.contains(level) || text.isBlank() || heldBy.isBlank()) {
            throw new IllegalArgumentException("not a requirement: " + id);
        }
        if (!id.matches(rfc + "-\\d\\d")) {
            throw new IllegalArgumentException("the id of a row of RFC " + rfc + ": " + id);
        }
    }

    static Requirement of(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException("not six cells: " + row);
        }
        return new Requirement(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    /** All rows but the head. */
    static List<Requirement> all() {
        Path file = Tree.root().resolve("releng/conformance/requirements.tsv");
        return SourceFile.read(file).text().lines().skip(1).map(Requirement::of).toList();
    }

    boolean isMust() {
        return level.startsWith("MUST");
    }

    boolean isFollowed() {
        return !heldBy.startsWith(NOT_FOLLOWED);
    }

    /** The named tests; empty when it is not followed. */
    List<String> tests() {
        return isFollowed() ? Stream.of(heldBy.split(",")).map(String::strip).toList() : List.of();
    }
}
