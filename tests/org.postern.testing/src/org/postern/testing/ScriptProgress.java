package org.postern.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How far one connection has come with its script. Safe for any thread. */
final class ScriptProgress {
    private final int connection;
    private final List<Step> steps;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> lines = new ArrayList<>();
    private int passed;
    private Optional<String> mismatch = Optional.empty();

    ScriptProgress(int connection, List<Step> steps) {
        this.connection = connection;
        this.steps = List.copyOf(steps);
    }

    synchronized void came(String line) {
        lines.add(line);
    }

    synchronized void passed() {
        passed++;
    }

    void finished() {
        finished.countDown();
    }

    void closed() {
        closed.countDown();
    }

    void failed(String came) {
        synchronized (this) {
            mismatch = Optional.of(came);
        }
        finished();
        closed();
    }

    boolean awaitFinished(Duration limit) throws InterruptedException {
        return finished.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean awaitClosed(Duration limit) throws InterruptedException {
        return closed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The script beside what came, when the client did something else. */
    synchronized Optional<String> failure() {
        return mismatch.map(this::compare);
    }

    /** The script up to the step that still waits. */
    synchronized String waiting() {
        return compare("nothing yet");
    }

    private String compare(String came) {
        StringBuilder text = new StringBuilder("connection " + connection + "\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append(i < passed ? "    " : i == passed ? "  - " : "  . ");
            text.append(steps.get(i).text()).append('\n');
            if (i == passed) {
                text.append("  + ").append(came).append('\n');
            }
        }
        if (passed == steps.size()) {
            text.append("  + ").append(came).append('\n');
        }
        return text.toString();
    }
}
