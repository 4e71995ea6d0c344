package org.postern.ui.internal.reading;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postern.core.MailAddress;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fonts;
import org.postern.ui.internal.look.Look;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A round spot with the author's initials, in a colour that stays the author's. */
final class Portrait {

    private static final int SIZE = 40;

    private final Canvas canvas;
    private MailAddress person = new MailAddress("", "");

    Portrait(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        Css.PAGE.style(canvas);
        canvas.addPaintListener(this::paint);
    }

    /** The widget. */
    Canvas control() {
        return canvas;
    }

    void show(MailAddress author) {
        person = author;
        canvas.redraw();
    }

    private void paint(PaintEvent event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        gc.setBackground(Look.person(person.address(), Look.dark(canvas)));
        gc.fillOval(0, 0, SIZE, SIZE);
        gc.setForeground(event.display.getSystemColor(SWT.COLOR_WHITE));
        gc.setFont(Fonts.of(2, SWT.BOLD));
        String initials = initials(person);
        Point extent = gc.textExtent(initials);
        gc.drawText(initials, (SIZE - extent.x) / 2, (SIZE - extent.y) / 2, true);
    }

    /** The first letters of the first and the last word of the name, or of the address. */
    static String initials(MailAddress person) {
        String[] words =
                Arrays.stream(person.display().split("[^\\p{L}\\p{N}]+"))
                        .filter(w -> !w.isEmpty())
                        .toArray(String[]::new);
        if (words.length == 0) {
            return "?";
        }
        return words.length == 1 || person.name().isBlank()
                ? first(words[0])
                : Arrays.stream(new String[] {words[0], words[words.length - 1]})
                        .map(Portrait::first)
                        .collect(Collectors.joining());
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase();
    }

    /** Makes room for the spot. */
    static GridDataFactory room() {
        return GridDataFactory.swtDefaults().hint(SIZE, SIZE);
    }
}
