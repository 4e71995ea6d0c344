package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.PackedMailStore;
import org.postern.store.internal.Steps;
import org.postern.store.tests.Script.Act;
import org.postern.store.tests.Script.Seen;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The store after its process was killed before any of its steps towards the disk. A copy of the
 * files at that instant is what a killed process leaves; a store that is opened on the copy must
 * show what was committed, and nothing half.
 */
class KillTest {

    @TempDir Path folder;

    private final List<Seen> history = new ArrayList<>();
    private int done;
    private int points;

    @Test
    void hasAllThatWasCommittedAndNothingHalfAfterAKillAtAnyStep() throws Exception {
        remember();
        play(new Copies(folder.resolve("store"), folder.resolve("copy"), this::killed));
        assertTrue(points >= 200, points + " points");
    }

    @Test
    void hasAllThatWasCommittedAndNothingHalfAfterAPowerCutAtAnyStep() throws Exception {
        remember();
        Copies copies = new Copies(folder.resolve("store"), folder.resolve("copy"), this::cutOff);
        play(copies.cuttingWhatWasNotForced());
        assertTrue(points >= 200, points + " points");
    }

    /** What is seen after each act when nothing is killed. */
    private void remember() throws Exception {
        Path quiet = folder.resolve("quiet");
        try (PackedMailStore store = PackedMailStore.open(quiet, Script.setup(Steps.UNHEARD))) {
            history.add(Script.look(store));
            for (Act act : Script.acts()) {
                act.on(store, Script.inbox(store));
                history.add(Script.look(store));
            }
        }
    }

    private void play(Copies copies) throws Exception {
        Path played = folder.resolve("store");
        try (PackedMailStore store = PackedMailStore.open(played, Script.setup(copies))) {
            for (Act act : Script.acts()) {
                act.on(store, Script.inbox(store));
                done++;
            }
        }
    }

    /** Looks at what a kill would have left, and kills that again while it is opened. */
    private void killed(Path copy, String step) throws Exception {
        points++;
        Copies again =
                new Copies(
                        copy, folder.resolve("again"), (left, then) -> recovered(left, step, then));
        check(Script.look(copy, again), "killed before " + step + " of act " + done);
        try (PackedMailStore store = PackedMailStore.open(copy, Script.setup(Steps.UNHEARD))) {
            assertTrue(store.verify(new NullProgressMonitor()).sound());
        }
        Copies.remove(copy);
    }

    /** Looks at what a power cut would have left, when nothing but what was forced is there. */
    private void cutOff(Path copy, String step) throws Exception {
        points++;
        check(Script.look(copy, Steps.UNHEARD), "power cut before " + step + " of act " + done);
        Copies.remove(copy);
    }

    private void recovered(Path copy, String step, String then) throws Exception {
        points++;
        String when = "killed before " + step + " of act " + done + ", then before " + then;
        check(Script.look(copy, Steps.UNHEARD), when);
        Copies.remove(copy);
    }

    private void check(Seen seen, String when) {
        if (!seen.equals(history.get(done))) {
            assertEquals(history.get(done + 1), seen, when);
        }
    }

    /** Copies a store's files before each step, and shows the copy. */
    private static final class Copies implements Steps {

        /** Looks at a copy. */
        interface Viewer {
            void look(Path copy, String step) throws Exception;
        }

        private final Path store;
        private final Path copy;
        private final Viewer viewer;
        private final Map<Path, Long> forced = new HashMap<>();
        private boolean cutting;
        private String last = "";

        Copies(Path store, Path copy, Viewer viewer) {
            this.store = store;
            this.copy = copy;
            this.viewer = viewer;
        }

        /** Lets the copies of packs be only as long as what was forced to the disk. */
        Copies cuttingWhatWasNotForced() {
            cutting = true;
            return this;
        }

        @Override
        public void before(String step) throws IOException {
            List<Path> packs = files(store).stream().filter(Copies::isPack).toList();
            if (last.equals("pack.force")) {
                for (Path pack : packs) {
                    forced.put(pack, Files.size(pack));
                }
            }
            last = step;
            for (Path file : files(store)) {
                Path target = copy.resolve(store.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                if (cutting && isPack(file)) {
                    cut(target, forced.getOrDefault(file, 0L));
                }
            }
            try {
                viewer.look(copy, step);
            } catch (Exception e) {
                throw new AssertionError("before " + step, e);
            }
        }

        private static void cut(Path file, long length) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }

        private static boolean isPack(Path file) {
            return file.getFileName().toString().startsWith("pack-");
        }

        private static List<Path> files(Path folder) throws IOException {
            Set<String> ours = Set.of("mail.db", "mail.db-wal", "mail.db-shm");
            try (var walk = Files.walk(folder)) {
                return walk.filter(Files::isRegularFile)
                        .filter(
                                file ->
                                        isPack(file)
                                                || ours.contains(file.getFileName().toString()))
                        .toList();
            }
        }

        static void remove(Path folder) throws IOException {
            try (var walk = Files.walk(folder)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
