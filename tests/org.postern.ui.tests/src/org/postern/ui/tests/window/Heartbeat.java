package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Display;
import org.postern.testing.Eventually;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Beats on the user interface's thread every few milliseconds; the longest pause between two beats
 * is how long somebody waited for an answer to a key. What that thread did then is kept.
 */
final class Heartbeat implements AutoCloseable {

    private static final int MILLISECONDS = 10;
    private static final Duration WORTH_A_LOOK = Duration.ofMillis(50);

    private static final long A_MOMENT = Duration.ofMillis(2).toNanos();

    private final Display display;
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("Heartbeat").unstarted(this::watch);
    private volatile long last;
    private volatile boolean over;
    private volatile Duration longest = Duration.ZERO;
    private volatile Duration longestSeen = Duration.ZERO;
    private volatile String doing = "";

    private Heartbeat(Display display) {
        this.display = display;
    }

    /** Begins. */
    static Heartbeat of(Screen screen) {
        Heartbeat heart = new Heartbeat(screen.display());
        screen.run(
                () -> {
                    heart.last = System.nanoTime();
                    heart.display.timerExec(MILLISECONDS, heart::beat);
                });
        heart.watcher.start();
        return heart;
    }

    private void beat() {
        Duration pause = pause();
        last = System.nanoTime();
        if (over) {
            return;
        }
        longest = pause.compareTo(longest) > 0 ? pause : longest;
        display.timerExec(MILLISECONDS, this::beat);
    }

    private Duration pause() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    private void watch() {
        while (!over) {
            Duration pause = pause();
            if (pause.compareTo(WORTH_A_LOOK) > 0 && pause.compareTo(longestSeen) > 0) {
                longestSeen = pause;
                doing = stack(display.getThread());
            }
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    at ", "\n    at ", "\n"));
    }

    /** The longest pause so far; the one that may be under way is waited for. */
    Duration longest() {
        long asked = System.nanoTime();
        Eventually.until(() -> last - asked > 0, Program.PATIENCE, "the heart beats");
        return longest;
    }

    /** The longest pause in words, with what the thread did then if it was long. */
    String report() {
        return longest().toMillis() + " ms" + doing;
    }

    @Override
    public void close() {
        over = true;
    }
}
