package org.postern.ui.internal.alert;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import java.util.List;

/** Where a window goes when others of its kind are open: never exactly onto one of them. */
public final class Cascade {

    /** Pixels; a title bar stays in sight. */
    private static final int STEP = 28;

    private Cascade() {}

    /**
     * The first place without a window, going down to the right, and on from the other side where
     * the room ends.
     *
     * @param wish where it goes when it is alone
     * @param size of the window
     * @param room what it is to stay within, if it fits there at all
     * @param taken where the others are
     */
    public static Point place(Point wish, Point size, Rectangle room, List<Point> taken) {
        Point place = wish;
        for (int tries = 0; tries < taken.size() && covers(taken, place); tries++) {
            place =
                    new Point(
                            next(place.x, size.x, room.x, room.width),
                            next(place.y, size.y, room.y, room.height));
        }
        return place;
    }

    private static boolean covers(List<Point> taken, Point place) {
        return taken.stream().anyMatch(other -> near(other.x, place.x) && near(other.y, place.y));
    }

    private static boolean near(int one, int other) {
        return Math.abs(one - other) < STEP / 2;
    }

    private static int next(int at, int length, int start, int room) {
        boolean fits = at + STEP + length <= start + room;
        return fits ? at + STEP : start;
    }
}
