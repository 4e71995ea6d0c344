package org.postern.ui.internal.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of the views, for the ground that a control really has: whoever asks passes its
 * background, so that light, dark and a desktop's own theme all come out readable.
 */
public final class Look {

    private static final int HALF_BRIGHT = 128;

    private Look() {}

    /** Whether the control stands on a dark ground. */
    public static boolean dark(Control control) {
        return dark(control.getBackground());
    }

    /** Whether the colour is nearer to black than to white, as eyes see it. */
    public static boolean dark(Color color) {
        int bright = (299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue()) / 1000;
        return bright < HALF_BRIGHT;
    }

    /** For text of less weight than its neighbours. */
    public static Color muted(boolean dark) {
        return dark ? new Color(160, 168, 178) : new Color(94, 104, 116);
    }

    /** For what is new and what can be done. */
    public static Color accent(boolean dark) {
        return dark ? new Color(112, 178, 255) : new Color(26, 104, 196);
    }

    /** For what is wrong. */
    public static Color alarm(boolean dark) {
        return dark ? new Color(255, 140, 130) : new Color(184, 42, 36);
    }

    /** For what needs care. */
    public static Color caution(boolean dark) {
        return dark ? new Color(240, 180, 92) : new Color(150, 84, 0);
    }

    /** For what is well protected. */
    public static Color sound(boolean dark) {
        return dark ? new Color(122, 208, 146) : new Color(22, 118, 62);
    }

    /** Thin lines between things. */
    public static Color line(boolean dark) {
        return dark ? new Color(66, 70, 76) : new Color(222, 226, 231);
    }

    /** The ground of what is selected in a list that has the focus. */
    public static Color selected(Control control) {
        return control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
    }

    /** Text on such a ground. */
    public static Color selectedText(Control control) {
        return control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
    }

    /** The ground of what is selected while the focus is elsewhere. */
    public static Color selectedBeside(boolean dark) {
        return dark ? new Color(62, 68, 76) : new Color(221, 228, 237);
    }

    /** A ground for a person's initials, always the same for the same person. */
    public static Color person(String who, boolean dark) {
        float hue = Math.floorMod(who.toLowerCase().hashCode(), 360);
        return new Color(new RGB(hue, dark ? 0.45f : 0.55f, dark ? 0.62f : 0.60f));
    }

    /** The usual font, larger and bold: for the subject over a message. */
    public static Font heading() {
        return Fonts.of(4, SWT.BOLD);
    }

    /** The usual font in bold. */
    public static Font bold() {
        return Fonts.of(0, SWT.BOLD);
    }
}
