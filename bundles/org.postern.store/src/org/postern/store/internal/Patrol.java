package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.store.PatrolPace;
import org.postern.store.StoreCheck;
import org.postern.store.internal.BodyScan.Position;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the packs in the background, a little at a time, round after round. How far it is is
 * written down with each pack, so that a program that never runs for long comes round as well.
 */
final class Patrol {

    private static final Logger LOG = System.getLogger(Patrol.class.getName());

    /** A timer does not go on while the machine sleeps. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final StoreRoot root;
    private final PatrolPace pace;
    private final Consumer<StoreCheck> news;
    private final PatrolNote note;
    private PatrolNote.Place place;

    /**
     * @param file where it is written down how far it is
     * @param news hears of what was found damaged
     */
    Patrol(StoreRoot root, Path file, PatrolPace pace, Consumer<StoreCheck> news) {
        this.root = root;
        this.pace = pace;
        this.news = news;
        this.note = new PatrolNote(file);
        this.place = note.read();
    }

    void start() {
        next(pace.after());
    }

    private void next(Duration rest) {
        root.housekeeper().later(this::look, rest.toMillis());
    }

    private void look(IProgressMonitor stop) throws SQLException, IOException {
        Duration rest = LONGEST; // when something fails it would fail again soon
        try {
            rest = goOn(stop);
        } finally {
            if (!stop.isCanceled()) {
                next(rest);
            }
        }
    }

    /** Answers how long to rest. */
    private Duration goOn(IProgressMonitor stop) throws SQLException, IOException {
        Instant now = root.setup().clock().instant();
        if (place.at().isEmpty()) {
            Duration wait = Duration.between(now, place.begun().plus(pace.round()));
            if (wait.isPositive()) {
                return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
            }
            place = new PatrolNote.Place(now, Optional.of(Position.START));
        }
        read(stop);
        return pace.rest();
    }

    private void read(IProgressMonitor stop) throws SQLException, IOException {
        BodyScan scan = new BodyScan(root, Set.of(), stop);
        Position from = place.at().orElseThrow();
        Optional<Position> next = Optional.of(from);
        try {
            while (next.isPresent() && scan.looked() < pace.bytes()) {
                next = scan.step(next.get(), pace.bytes() - scan.looked());
            }
        } catch (OperationCanceledException e) {
            LOG.log(Logger.Level.DEBUG, "to be gone on with at pack " + from.pack());
        } finally {
            place = new PatrolNote.Place(place.begun(), next);
            tell(scan);
        }
        if (next.isEmpty() || next.get().pack() != from.pack()) {
            note.write(place);
        }
    }

    private void tell(BodyScan scan) {
        if (!scan.damaged().isEmpty()) {
            news.accept(
                    new StoreCheck(
                            scan.bodies(),
                            scan.bytes(),
                            scan.damaged(),
                            scan.repairs(),
                            scan.losses()));
        }
    }
}
