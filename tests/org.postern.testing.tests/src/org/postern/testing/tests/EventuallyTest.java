package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.testing.Eventually;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class EventuallyTest {
    private static final Duration BRIEF = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void asksUntilItHolds() {
        AtomicInteger asked = new AtomicInteger();
        Eventually.until(() -> asked.incrementAndGet() == 3, LONG, "three");
        assertEquals(3, asked.get());
    }

    @Test
    void tellsWhatItWaitedFor() {
        var failure =
                assertThrows(
                        AssertionError.class, () -> Eventually.until(() -> false, BRIEF, "rain"));
        assertEquals("Not within 30 ms: rain", failure.getMessage());
    }

    @Test
    void awaitsALatch() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        var failure =
                assertThrows(
                        AssertionError.class, () -> Eventually.await(latch, BRIEF, "the latch"));
        assertEquals("Not within 30 ms: the latch", failure.getMessage());
        latch.countDown();
        Eventually.await(latch, BRIEF, "the latch");
    }
}
