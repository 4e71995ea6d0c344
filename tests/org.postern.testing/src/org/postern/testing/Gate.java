package org.postern.testing;

import java.util.concurrent.CountDownLatch;

/** A place in a script where the server waits until the test lets it go on. */
final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    void pass() throws InterruptedException {
        reached.countDown();
        open.await();
    }

    CountDownLatch reached() {
        return reached;
    }

    void open() {
        open.countDown();
    }
}
