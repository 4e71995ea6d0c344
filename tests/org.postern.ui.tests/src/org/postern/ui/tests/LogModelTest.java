package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.net.WireLine;
import org.postern.ui.internal.log.LogModel;

import java.time.Instant;
import java.util.List;

class LogModelTest {

    private static final Endpoint SERVER = new Endpoint("mail.example.org", new Port(1101));

    private final LogModel model = new LogModel();

    private static WireLine line(long number, long connection, String text) {
        return new WireLine(
                number,
                Instant.EPOCH,
                new AccountId("a"),
                SERVER,
                connection,
                WireLine.Direction.SENT,
                text);
    }

    @Test
    void filtersByTextServerAndConnection() {
        model.lines(List.of(line(1, 1, "HELLO"), line(2, 2, "there")));
        model.words("hello");
        assertEquals(1, model.size());
        assertEquals(2, model.total());
        model.words("#2");
        assertEquals("there", model.find(0).orElseThrow().text());
        model.words("mail.example");
        assertEquals(2, model.size());
    }

    @Test
    void keepsTheFilterWhenLinesCome() {
        model.words("b");
        model.lines(List.of(line(1, 1, "a"), line(2, 1, "b")));
        assertEquals(1, model.size());
    }

    @Test
    void seesThatARingHasMovedOn() {
        assertTrue(model.lines(List.of(line(1, 1, "a"), line(2, 1, "b"))));
        assertFalse(model.lines(List.of(line(1, 1, "a"), line(2, 1, "b"))));
        assertTrue(model.lines(List.of(line(2, 1, "b"), line(3, 1, "c"))));
    }

    @Test
    void hasNoRowBeyondItsEnds() {
        assertTrue(model.find(0).isEmpty());
        assertTrue(model.find(-1).isEmpty());
    }
}
