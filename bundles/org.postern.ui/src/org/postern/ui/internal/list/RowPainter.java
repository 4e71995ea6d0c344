package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.postern.core.Flag;
import org.postern.search.Snippet;
import org.postern.store.MessageRow;
import org.postern.ui.internal.look.Dates;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.time.Instant;
import java.util.Optional;

/**
 * Draws a message as two lines, author and date, subject and signs; and a third where it was found.
 */
final class RowPainter {

    private static final int LEFT = 22;
    private static final int RIGHT = 12;
    private static final int GAP = 8;
    private static final int DOT = 8;
    private static final int LINE_GAP = 3;
    private static final int ABOVE = 7;
    private static final int ICON = 16;
    private static final int STEP = 14;
    private static final int DEEPEST = 8;
    private static final int TWISTY = 18;

    private final Control list;
    private final Dates dates = Dates.here();
    private final Font bold = Look.bold();
    private final int lineHeight;

    RowPainter(Control list) {
        this.list = list;
        GC gc = new GC(list);
        gc.setFont(bold);
        lineHeight = gc.getFontMetrics().getHeight();
        gc.dispose();
    }

    /**
     * Height of a row in pixels.
     *
     * @param found whether each has a line of its text
     */
    int height(boolean found) {
        int lines = found ? 3 : 2;
        return lines * lineHeight + (lines - 1) * LINE_GAP + 2 * ABOVE + 1;
    }

    /** Whether a click at this place of the row is meant for the star. */
    boolean onFlag(Point click, Rectangle row) {
        int y = row.y + ABOVE + lineHeight;
        return click.x > row.x + row.width - RIGHT - ICON - GAP
                && click.y > y
                && click.y < y + lineHeight + 2 * LINE_GAP;
    }

    /** Whether a click at this place of the row opens or closes its thread. */
    boolean onTwisty(Point click, Rectangle row, Line line) {
        return line.members() > 1 && click.x < row.x + LEFT + TWISTY && click.x >= row.x + LEFT - 4;
    }

    /**
     * What is to be drawn.
     *
     * @param row empty while it is being read
     * @param place where it lies; empty where that is clear
     * @param members how many messages the thread has that begins here; else 1
     * @param unread whether any of the messages that the line stands for is
     */
    record Line(
            Optional<MessageRow> row,
            String place,
            int depth,
            int members,
            boolean open,
            boolean unread,
            boolean selected,
            boolean focused,
            Optional<Snippet> snippet) {}

    void paint(GC gc, Rectangle area, Line line, boolean active) {
        Paint paint = new Paint(gc, area, line, tones(line.selected(), active));
        paint.ground(line.selected(), active);
        if (line.row().isPresent()) {
            paint.row(line.row().get());
        } else {
            paint.nothingYet();
        }
        if (line.focused() && active) {
            gc.setForeground(paint.tones.muted());
            gc.drawFocus(area.x + 1, area.y + 1, area.width - 2, area.height - 3);
        }
    }

    private Tones tones(boolean selected, boolean active) {
        boolean dark = Look.dark(list);
        if (selected && active) {
            Color text = Look.selectedText(list);
            return new Tones(text, text, text, text);
        }
        return new Tones(
                list.getForeground(), Look.muted(dark), Look.accent(dark), Look.line(dark));
    }

    /** The colours of one row. */
    private record Tones(Color text, Color muted, Color accent, Color line) {}

    /** One row under the brush. */
    private final class Paint {

        private final GC gc;
        private final Rectangle area;
        private final Line line;
        private final Tones tones;
        private final int left;

        Paint(GC gc, Rectangle area, Line line, Tones tones) {
            this.gc = gc;
            this.area = area;
            this.line = line;
            this.tones = tones;
            int indent = Math.min(DEEPEST, line.depth()) * STEP;
            left = area.x + LEFT + indent + (line.members() > 1 || line.depth() > 0 ? TWISTY : 0);
        }

        void ground(boolean selected, boolean active) {
            if (selected) {
                gc.setBackground(
                        active ? Look.selected(list) : Look.selectedBeside(Look.dark(list)));
                gc.fillRectangle(area);
            } else {
                gc.setForeground(tones.line());
                int y = area.y + area.height - 1;
                gc.drawLine(area.x + LEFT, y, area.x + area.width, y);
            }
        }

        void row(MessageRow row) {
            firstLine(row);
            secondLine(row);
            line.snippet().ifPresent(this::thirdLine);
        }

        private int y(int number) {
            return area.y + ABOVE + number * (lineHeight + LINE_GAP);
        }

        private void firstLine(MessageRow row) {
            String date = dates.brief(row.date(), Instant.now());
            gc.setFont(list.getFont());
            int end = area.x + area.width - RIGHT - gc.textExtent(date).x;
            gc.setForeground(line.unread() ? tones.accent() : tones.muted());
            gc.drawText(date, end, y(0), true);
            if (line.members() > 1) {
                twisty();
                end = count(end - GAP);
            }
            text(RowTexts.author(row), left, y(0), end - GAP, line.unread(), tones.text());
            if (line.unread()) {
                dot();
            }
        }

        private void dot() {
            gc.setBackground(tones.accent());
            gc.setAntialias(SWT.ON);
            gc.fillOval(area.x + LEFT - DOT - 6, y(0) + (lineHeight - DOT) / 2, DOT, DOT);
        }

        private void twisty() {
            int x = area.x + LEFT + 2;
            int middle = y(0) + lineHeight / 2;
            gc.setAntialias(SWT.ON);
            gc.setBackground(tones.muted());
            gc.fillPolygon(
                    line.open()
                            ? new int[] {x, middle - 2, x + 9, middle - 2, x + 4, middle + 4}
                            : new int[] {x + 2, middle - 5, x + 2, middle + 5, x + 8, middle});
        }

        /** How many messages the thread has. */
        private int count(int end) {
            String text = String.valueOf(line.members());
            int width = gc.textExtent(text).x + 12;
            gc.setAntialias(SWT.ON);
            gc.setForeground(tones.muted());
            gc.drawRoundRectangle(end - width, y(0), width, lineHeight - 1, lineHeight, lineHeight);
            gc.drawText(text, end - width + 6, y(0), true);
            return end - width;
        }

        private void secondLine(MessageRow row) {
            int end = area.x + area.width - RIGHT;
            end = icon(row.flags().contains(Flag.FLAGGED) ? "flag-on" : "flag-off", end);
            if (row.attachments()) {
                end = icon("attachment", end);
            }
            if (row.flags().contains(Flag.ANSWERED)) {
                end = icon("answered", end);
            }
            if (!line.place().isEmpty()) {
                end = place(end - GAP);
            }
            Color colour = line.unread() ? tones.text() : tones.muted();
            text(RowTexts.subject(row), left, y(1), end - GAP, line.unread(), colour);
        }

        /** Account and mailbox, at the right; the subject keeps the larger part of the line. */
        private int place(int end) {
            TextLayout layout = new TextLayout(gc.getDevice());
            layout.setFont(list.getFont());
            layout.setText(RowTexts.fitting(layout, line.place(), (end - left) * 9 / 20));
            int start = end - layout.getBounds().width;
            gc.setForeground(tones.muted());
            layout.draw(gc, start, y(1));
            layout.dispose();
            return start;
        }

        private int icon(String name, int end) {
            Image image = Images.get(name);
            gc.drawImage(image, end - ICON, y(1) + (lineHeight - ICON) / 2);
            return end - ICON - 4;
        }

        private void thirdLine(Snippet snippet) {
            TextLayout layout = new TextLayout(gc.getDevice());
            layout.setFont(list.getFont());
            int width = area.x + area.width - RIGHT - left;
            String text = RowTexts.fitting(layout, snippet.text(), width);
            layout.setText(text);
            TextStyle found = new TextStyle(bold, tones.accent(), null);
            for (Snippet.Range range : snippet.found()) {
                if (range.from() < text.length()) {
                    layout.setStyle(found, range.from(), Math.min(range.to(), text.length()) - 1);
                }
            }
            gc.setForeground(tones.muted());
            layout.draw(gc, left, y(2));
            layout.dispose();
        }

        /** Draws one line and ends it with dots where it does not fit; right-to-left by itself. */
        private void text(String text, int x, int y, int end, boolean strong, Color colour) {
            if (end <= x) {
                return;
            }
            TextLayout layout = new TextLayout(gc.getDevice());
            layout.setFont(strong ? bold : list.getFont());
            layout.setText(RowTexts.fitting(layout, text, end - x));
            gc.setForeground(colour);
            layout.draw(gc, x, y);
            layout.dispose();
        }

        /** Bars where the words will be. */
        void nothingYet() {
            gc.setBackground(tones.line());
            int bar = lineHeight / 2;
            gc.fillRectangle(left, y(0) + bar / 2, area.width / 3, bar);
            gc.fillRectangle(left, y(1) + bar / 2, area.width / 2, bar);
        }
    }
}
