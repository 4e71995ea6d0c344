package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.postern.core.Flag;
import org.postern.store.MessageRow;
import org.postern.ui.internal.look.Dates;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.time.Instant;

/** Draws a message as two lines: author and date, subject and signs. */
final class RowPainter {

    private static final int LEFT = 22;
    private static final int RIGHT = 12;
    private static final int GAP = 8;
    private static final int DOT = 8;
    private static final int LINE_GAP = 3;
    private static final int ABOVE = 7;
    private static final int ICON = 16;

    private final Table table;
    private final Dates dates = Dates.here();
    private final Font bold = Look.bold();
    private final int lineHeight;

    RowPainter(Table table) {
        this.table = table;
        GC gc = new GC(table);
        gc.setFont(bold);
        lineHeight = gc.getFontMetrics().getHeight();
        gc.dispose();
    }

    /** Height of a row in pixels. */
    int height() {
        return 2 * lineHeight + LINE_GAP + 2 * ABOVE + 1;
    }

    /** Whether a click at this place of the row is meant for the star. */
    boolean onFlag(Point click, Rectangle row) {
        return click.x > row.x + row.width - RIGHT - ICON - GAP && click.y > row.y + row.height / 2;
    }

    void paint(Event event, MessageRow row) {
        Rectangle area = new Rectangle(0, event.y, table.getClientArea().width, height());
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        Paint paint = new Paint(event.gc, area, tones(event.gc, selected));
        paint.firstLine(row);
        paint.secondLine(row);
        if (!selected) {
            paint.line();
        }
    }

    private Tones tones(GC gc, boolean selected) {
        boolean dark = Look.dark(table);
        if (selected) {
            Color text = gc.getForeground();
            return new Tones(text, text, text, text);
        }
        return new Tones(
                table.getForeground(), Look.muted(dark), Look.accent(dark), Look.line(dark));
    }

    /** The colours of one row. */
    private record Tones(Color text, Color muted, Color accent, Color line) {}

    /** One row under the brush. */
    private final class Paint {

        private final GC gc;
        private final Rectangle area;
        private final Tones tones;

        Paint(GC gc, Rectangle area, Tones tones) {
            this.gc = gc;
            this.area = area;
            this.tones = tones;
        }

        void firstLine(MessageRow row) {
            int y = area.y + ABOVE;
            String date = dates.brief(row.date(), Instant.now());
            gc.setFont(table.getFont());
            int dateWidth = gc.textExtent(date).x;
            int end = area.x + area.width - RIGHT - dateWidth;
            text(RowTexts.author(row), LEFT, y, end - GAP, row.unread(), tones.text());
            gc.setFont(table.getFont());
            gc.setForeground(row.unread() ? tones.accent() : tones.muted());
            gc.drawText(date, end, y, true);
            if (row.unread()) {
                dot(y);
            }
        }

        private void dot(int y) {
            gc.setBackground(tones.accent());
            gc.setAntialias(SWT.ON);
            gc.fillOval(LEFT - DOT - 6, y + (lineHeight - DOT) / 2, DOT, DOT);
        }

        void secondLine(MessageRow row) {
            int y = area.y + ABOVE + lineHeight + LINE_GAP;
            int end = area.x + area.width - RIGHT;
            end = icon(row.flags().contains(Flag.FLAGGED) ? "flag-on" : "flag-off", end, y);
            if (row.attachments()) {
                end = icon("attachment", end, y);
            }
            if (row.flags().contains(Flag.ANSWERED)) {
                end = icon("answered", end, y);
            }
            Color colour = row.unread() ? tones.text() : tones.muted();
            text(RowTexts.subject(row), LEFT, y, end - GAP, row.unread(), colour);
        }

        private int icon(String name, int end, int y) {
            Image image = Images.get(name);
            gc.drawImage(image, end - ICON, y + (lineHeight - ICON) / 2);
            return end - ICON - 4;
        }

        /** Draws one line and ends it with dots where it does not fit; right-to-left by itself. */
        private void text(String text, int x, int y, int end, boolean strong, Color colour) {
            if (end <= x) {
                return;
            }
            TextLayout layout = new TextLayout(gc.getDevice());
            layout.setFont(strong ? bold : table.getFont());
            layout.setText(RowTexts.fitting(layout, text, end - x));
            gc.setForeground(colour);
            layout.draw(gc, x, y);
            layout.dispose();
        }

        void line() {
            gc.setForeground(tones.line());
            int y = area.y + area.height - 1;
            gc.drawLine(LEFT, y, area.x + area.width, y);
        }
    }
}
