package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.postern.net.internal.Pace;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** How slow an answer may be. */
class PaceTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Pace pace = new Pace(Duration.ofMinutes(1));

    private void hear(int bytes, long waited) throws SocketTimeoutException {
        pace.answered(bytes, waited);
        pace.check();
    }

    @Test
    void tenMinutesOfNextToNothingAreEnough() throws Exception {
        for (int minute = 0; minute < 10; minute++) {
            hear(20, MINUTE);
        }
        assertThrows(SocketTimeoutException.class, () -> hear(20, MINUTE));
    }

    @Test
    void anAnswerOfAKibibyteAMinuteMayLast() throws Exception {
        for (int minute = 0; minute < 1_000; minute++) {
            hear(1_024, MINUTE);
        }
    }

    /** However much came at first, it buys no time for later. */
    @Test
    void whatCameFastBuysNoTime() {
        assertThrows(
                SocketTimeoutException.class,
                () -> {
                    hear(1_000_000, 1);
                    for (int minute = 0; minute < 12; minute++) {
                        hear(20, MINUTE);
                    }
                });
    }

    @Test
    void everyAnswerHasTimeOfItsOwn() throws Exception {
        for (int command = 0; command < 100; command++) {
            pace.said();
            hear(20, MINUTE);
        }
    }
}
