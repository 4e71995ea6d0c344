package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.postern.ui.internal.alert.Cascade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

class CascadeTest {

    private static final Rectangle ROOM = new Rectangle(100, 50, 1000, 700);
    private static final Point SIZE = new Point(400, 300);
    private static final Point WISH = new Point(400, 200);

    private static Point place(List<Point> taken) {
        return Cascade.place(WISH, SIZE, ROOM, taken);
    }

    @Test
    void oneAloneStaysWhereItWantsToBe() {
        assertEquals(WISH, place(List.of()));
        assertEquals(WISH, place(List.of(new Point(428, 228))));
    }

    @Test
    void theNextStandsALittleBelowToTheRight() {
        assertEquals(new Point(428, 228), place(List.of(WISH)));
        assertEquals(new Point(456, 256), place(List.of(WISH, new Point(430, 226))));
    }

    @Test
    void manyStayWithinTheRoomAndNoneCoversAnother() {
        List<Point> taken = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Point place = place(taken);
            assertTrue(ROOM.intersection(around(place)).equals(around(place)), "out: " + place);
            taken.add(place);
        }
        assertEquals(taken.size(), new HashSet<>(taken).size());
    }

    private static Rectangle around(Point place) {
        return new Rectangle(place.x, place.y, SIZE.x, SIZE.y);
    }
}
