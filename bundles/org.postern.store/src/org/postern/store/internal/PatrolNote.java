package org.postern.store.internal;

import org.postern.core.AtomicFile;
import org.postern.store.internal.BodyScan.Position;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is written down how far a patrol is: three lines of a small file. */
final class PatrolNote {

    private static final Logger LOG = System.getLogger(PatrolNote.class.getName());

    /**
     * How far it is.
     *
     * @param begun when the round began
     * @param at where to go on; empty when the round is over
     */
    record Place(Instant begun, Optional<Position> at) {
        static final Place NEVER = new Place(Instant.EPOCH, Optional.empty());
    }

    private final Path file;

    PatrolNote(Path file) {
        this.file = file;
    }

    /** One that cannot be read costs nothing but a round. */
    Place read() {
        try {
            return Files.exists(file) ? place(Files.readAllLines(file)) : Place.NEVER;
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            LOG.log(Logger.Level.WARNING, "reading " + file, e);
            return Place.NEVER;
        }
    }

    private static Place place(List<String> lines) {
        Instant begun = Instant.parse(lines.isEmpty() ? "" : lines.getFirst());
        return lines.size() < 3
                ? new Place(begun, Optional.empty())
                : new Place(begun, Optional.of(position(lines.get(1), lines.get(2))));
    }

    private static Position position(String pack, String at) {
        return new Position(Long.parseLong(pack), Long.parseLong(at));
    }

    void write(Place place) throws IOException {
        String at = place.at().map(p -> "\n" + p.pack() + "\n" + p.at()).orElse("");
        String text = place.begun() + at + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
