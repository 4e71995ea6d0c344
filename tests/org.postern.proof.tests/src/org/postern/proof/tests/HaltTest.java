package org.postern.proof.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.internal.Steps;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A mail program that ends without a word, at any step towards its disk or at any moment: what it
 * finds when it starts again is enough to lose nothing and to do nothing twice.
 */
class HaltTest {

    /** How much of everything that can be tried is tried. */
    private static final int EVERY = Extent.everyNth(100);

    private static final int RECOVERIES = 4;
    private static final int LIVES = Extent.all() ? 3_000 : 100;

    /** So many lives share a process, and are halted together. */
    private static final int TOGETHER = Extent.all() ? 20 : 8;

    @TempDir(factory = Memory.class)
    static Path folder;

    private static Dovecot dovecot;
    private static final AtomicInteger lives = new AtomicInteger();
    private final long seed = Extent.seed();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() throws Exception {
        DovecotSetup setup =
                Dovecot.with()
                        .onlyInbox()
                        .mailbox("Trash", "\\Trash")
                        .mailbox("Archiv")
                        .mailbox("Gesendet", "\\Sent")
                        .tlsOff();
        for (int life = 0; life < LIVES; life++) {
            setup.user("u" + life, Dovecot.JOE.password());
            setup.user(Life.popUser("u" + life), Dovecot.JOE.password());
        }
        for (String protocol : List.of("imap", "pop3")) {
            setup.setting("service " + protocol + " {\n  service_count = 100\n}");
        }
        dovecot = setup.setting("default_process_limit = 400").start();
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    /**
     * A life that is to be halted.
     *
     * @param steps before which of its steps towards the disk, in one process after the other
     */
    private record Point(Life life, List<Integer> steps) {}

    @Test
    void losesNothingAndDoublesNothingWhenItIsHaltedAtAnyStep() throws Exception {
        Life whole = uninterrupted();
        int steps = journal(whole).steps().orElseThrow();
        converges(whole, "uninterrupted");
        List<Point> points = new ArrayList<>();
        for (int step = 1; step <= steps; step += EVERY) {
            points.add(new Point(life(), List.of(step)));
            for (int part = 0; part < RECOVERIES; part++) {
                points.add(new Point(life(), List.of(step, inRecovery(steps - step, part))));
            }
        }
        Collections.shuffle(points, random);
        List<Callable<Void>> batches = new ArrayList<>();
        for (int from = 0; from < points.size(); from += TOGETHER) {
            int to = Math.min(from + TOGETHER, points.size());
            List<Point> batch = points.subList(from, to);
            batches.add(() -> halted(batch));
        }
        run(batches);
        Extent.tell("halted at " + points.size() + " points of a life of " + steps + " steps");
        assertTrue(points.size() >= (EVERY == 1 ? 800 : 10), points.size() + " points");
    }

    /** A random step of each part of what is left; also a little more may be left to recovery. */
    private int inRecovery(int left, int part) {
        int length = Math.max(1, (left + 8) / RECOVERIES);
        return 1 + part * length + random.nextInt(length);
    }

    @Test
    void losesNothingAndDoublesNothingWhenItIsKilledAtAnyMoment() throws Exception {
        long started = System.nanoTime();
        uninterrupted();
        long whole = Duration.ofNanos(System.nanoTime() - started).toMillis();
        List<Callable<Void>> kills = new ArrayList<>();
        for (int kill = 0; kill < 200; kill += EVERY) {
            Duration after = Duration.ofMillis(random.nextLong(whole));
            Life life = life();
            kills.add(() -> killed(life, after));
        }
        run(kills);
        Extent.tell("killed at " + kills.size() + " moments of " + whole + " ms");
    }

    /** Two at a time: half of the work is the server's and the disk's. */
    private void run(List<Callable<Void>> points) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> all = points.stream().map(two::submit).toList();
            try {
                for (Future<Void> each : all) {
                    each.get();
                    Extent.tell(all.indexOf(each) + 1 + " of " + all.size());
                }
            } catch (Exception e) {
                throw new AssertionError("-Dpostern.seed=" + seed + ": " + e.getMessage(), e);
            } finally {
                two.shutdownNow();
            }
        }
    }

    private static Life uninterrupted() throws Exception {
        Life life = life();
        Child child = start(List.of(new Fate(life.user(), 0)));
        assertEquals(0, child.end(), child::output);
        return life;
    }

    private Void halted(List<Point> batch) throws Exception {
        for (int round = 0; round < 2; round++) {
            List<Fate> fates = new ArrayList<>();
            for (Point point : batch) {
                if (point.steps().size() > round) {
                    fates.add(new Fate(point.life().user(), point.steps().get(round)));
                }
            }
            if (!fates.isEmpty()) {
                Child child = start(fates);
                int end = child.end();
                assertTrue(end == Play.HALTED || end == 0, child::output);
            }
        }
        for (Point point : batch) {
            converges(point.life(), "halted at step " + point.steps());
        }
        return null;
    }

    private Void killed(Life life, Duration after) throws Exception {
        start(List.of(new Fate(life.user(), 0))).kill(journal(life).file(), after);
        converges(life, "killed after " + after.toMillis() + " ms");
        return null;
    }

    private static Child start(List<Fate> fates) throws Exception {
        return Child.start(folder, ports(), fates);
    }

    private static Life life() {
        return new Life(ports(), "u" + lives.getAndIncrement());
    }

    private static Life.Ports ports() {
        return new Life.Ports(dovecot.imapPort(), dovecot.popPort());
    }

    private static Journal journal(Life life) {
        return new Journal(folder.resolve(life.user()).resolve("journal"));
    }

    /** One clean run of what is left of the life, and then all must be well. */
    private static void converges(Life life, String when) throws Exception {
        Path own = folder.resolve(life.user());
        Journal journal = journal(life);
        List<Act> acts = life.acts();
        try (FarSide far = life.far();
                Home home = new Home(own, Steps.UNHEARD)) {
            Play.play(acts, home, far, journal);
            home.refresh(Home.IMAP);
            home.refresh(Home.POP);
            Agreement agreement = new Agreement(home, far, when);
            agreement.check();
            agreement.check(Claims.of(acts, journal), Claims.copied(acts, journal));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(when + " in " + own + ": " + e.getMessage(), e);
        }
        remove(own);
    }

    private static void remove(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
