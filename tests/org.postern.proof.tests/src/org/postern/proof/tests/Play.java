package org.postern.proof.tests;

import org.postern.core.FileSteps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Plays some {@link Life lives} on from where they were left, in a process of its own that may be
 * killed. Several share a process, because to start one takes longer than a life: each waits before
 * its last step until the others have come to theirs, and then the process is halted.
 */
final class Play {

    static final int HALTED = 77;
    static final int FAILED = 1;

    private final Path folder;
    private final Life.Ports ports;
    private final List<Fate> fates;
    private final CountDownLatch left;
    private final Semaphore atOnce = new Semaphore(2);
    private final Map<Path, HaltingSteps> steps = new ConcurrentHashMap<>();
    private volatile int end;

    private Play(Path folder, Life.Ports ports, List<Fate> fates) {
        this.folder = folder;
        this.ports = ports;
        this.fates = fates;
        left = new CountDownLatch(fates.size());
    }

    /**
     * @param words the folder of all homes, the server's two ports, and fates
     */
    public static void main(String[] words) throws Exception {
        Life.Ports ports = new Life.Ports(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        List<Fate> fates = Arrays.stream(words).skip(3).map(Fate::of).toList();
        Runtime.getRuntime().halt(new Play(Path.of(words[0]), ports, fates).end());
    }

    private int end() throws InterruptedException {
        FileSteps.hear((step, file) -> of(file).before(step));
        for (Fate fate : fates) {
            atOnce.acquire();
            Thread.ofPlatform().daemon().start(() -> live(fate));
        }
        left.await();
        return end;
    }

    private HaltingSteps of(Path file) {
        return steps.get(folder.resolve(folder.relativize(file).getName(0)));
    }

    private void live(Fate fate) {
        HaltingSteps own = new HaltingSteps(fate.step(), () -> atRest(HALTED));
        Path home = folder.resolve(fate.user());
        steps.put(home, own);
        try {
            play(new Life(ports, fate.user()), home, own);
            atRest(end);
        } catch (Exception | AssertionError e) {
            new IllegalStateException("the life " + fate, e).printStackTrace();
            atRest(FAILED);
        }
    }

    private synchronized void atRest(int how) {
        end = end == FAILED ? FAILED : how;
        atOnce.release();
        left.countDown();
    }

    private static void play(Life life, Path folder, HaltingSteps steps) throws Exception {
        Journal journal = new Journal(folder.resolve("journal"));
        try (FarSide far = life.far();
                Home home = new Home(folder, steps)) {
            play(life.acts(), home, far, journal);
        }
        journal.steps(steps.count());
    }

    /** The acts that were not begun yet, and those that are repeated until they are done. */
    static void play(List<Act> acts, Home home, FarSide far, Journal journal) throws Exception {
        for (int act : left(acts, journal)) {
            journal.begun(act);
            if (acts.get(act).deed().on(home, far)) {
                journal.done(act);
            }
        }
    }

    private static List<Integer> left(List<Act> acts, Journal journal) throws Exception {
        int next = journal.next();
        boolean again = next > 0 && acts.get(next - 1).repeated() && !journal.wasDone(next - 1);
        List<Integer> left = new ArrayList<>();
        for (int act = again ? next - 1 : next; act < acts.size(); act++) {
            left.add(act);
        }
        return left;
    }
}
