package org.postern.proof.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.internal.Steps;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A mail program that ends without a word, at any step towards its disk or at any moment: what it
 * finds when it starts again is enough to lose nothing and to do nothing twice.
 */
class HaltTest {

    /** How much of everything that can be tried is tried. */
    private static final int EVERY = Extent.everyNth(60);

    private static final int LIVES = 3_000;

    @TempDir Path folder;
    private Dovecot dovecot;
    private final AtomicInteger lives = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        DovecotSetup setup =
                Dovecot.with().onlyInbox().mailbox("Trash", "\\Trash").mailbox("Archiv").tlsOff();
        for (int life = 0; life < LIVES; life++) {
            setup.user("u" + life, Dovecot.JOE.password());
            setup.user(Life.popUser("u" + life), Dovecot.JOE.password());
        }
        dovecot = setup.setting("default_process_limit = 400").start();
    }

    @AfterEach
    void stop() throws Exception {
        dovecot.close();
    }

    @Test
    void losesNothingAndDoublesNothingWhenItIsHaltedAtAnyStep() throws Exception {
        int steps = uninterrupted();
        List<Callable<Void>> points = new ArrayList<>();
        for (int step = 1; step <= steps; step += EVERY) {
            int first = step;
            points.add(() -> halted(List.of(first)));
            for (int again = 1 + step % 5; again <= steps - step; again += recoveryStride(steps)) {
                int second = again;
                points.add(() -> halted(List.of(first, second)));
            }
        }
        run(points);
        Extent.tell("halted at " + points.size() + " points of a life of " + steps + " steps");
        assertTrue(points.size() >= (EVERY == 1 ? 800 : 10), points.size() + " points");
    }

    private static int recoveryStride(int steps) {
        return Math.max(1, steps / 7);
    }

    @Test
    void losesNothingAndDoublesNothingWhenItIsKilledAtAnyMoment() throws Exception {
        long started = System.nanoTime();
        uninterrupted();
        long whole = Duration.ofNanos(System.nanoTime() - started).toMillis();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<Callable<Void>> kills = new ArrayList<>();
        for (int kill = 0; kill < 200; kill += EVERY) {
            Duration after = Duration.ofMillis(random.nextLong(whole * 3 / 2));
            kills.add(() -> killed(after));
        }
        run(kills);
        Extent.tell("killed at " + kills.size() + " moments of " + whole + " ms");
    }

    /** Two at a time: half of the work is the server's and the disk's. */
    private static void run(List<Callable<Void>> points) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> all = points.stream().map(two::submit).toList();
            try {
                for (Future<Void> each : all) {
                    each.get();
                }
            } finally {
                two.shutdownNow();
            }
        }
    }

    private int uninterrupted() throws Exception {
        Life life = life();
        Path home = folder.resolve(life.user());
        Child child = Child.start(home, life, 0);
        assertEquals(0, child.end(), child::output);
        converges(home, life, "uninterrupted");
        return new Journal(home.resolve("journal")).steps().orElseThrow();
    }

    private Void halted(List<Integer> steps) throws Exception {
        Life life = life();
        Path home = folder.resolve(life.user());
        for (int step : steps) {
            Child child = Child.start(home, life, step);
            int end = child.end();
            assertTrue(end == HaltingSteps.HALTED || end == 0, child::output);
        }
        converges(home, life, "halted at step " + steps);
        return null;
    }

    private Void killed(Duration after) throws Exception {
        Life life = life();
        Path home = folder.resolve(life.user());
        Child.start(home, life, 0).kill(after);
        converges(home, life, "killed after " + after.toMillis() + " ms");
        return null;
    }

    private Life life() {
        Life.Ports ports = new Life.Ports(dovecot.imapPort(), dovecot.popPort());
        return new Life(ports, "u" + lives.getAndIncrement());
    }

    /** One clean run of what is left of the life, and then all must be well. */
    private void converges(Path folder, Life life, String when) throws Exception {
        Journal journal = new Journal(folder.resolve("journal"));
        List<Act> acts = life.acts();
        try (FarSide far = life.far();
                Home home = new Home(folder, Steps.UNHEARD)) {
            Play.play(acts, home, far, journal);
            home.refresh(Home.IMAP);
            home.refresh(Home.POP);
            Agreement agreement = new Agreement(home, far, when);
            agreement.check();
            agreement.check(Claims.of(acts, journal));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(when + " in " + folder + ": " + e.getMessage(), e);
        }
    }
}
