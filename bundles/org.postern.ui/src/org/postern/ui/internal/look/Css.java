package org.postern.ui.internal.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * What a control is to our style sheets, {@code css/light.css} and {@code css/dark.css}; so that
 * its colours follow when the appearance changes.
 */
public enum Css {
    /** What is read: the head of a message. */
    PAGE("postern-page"),
    /** Text of less weight on such a ground. */
    PAGE_MUTED("postern-page-muted"),
    /** The tree at the side. */
    SIDE("postern-side"),
    /** The list of messages. */
    LIST("postern-list"),
    /** Text of less weight on the same ground. */
    LIST_MUTED("postern-page-muted"),
    /** A bar with a note. */
    NOTE("postern-note"),
    /** A bar with a warning. */
    CAUTION("postern-caution"),
    /** Text of less weight. */
    MUTED("postern-muted"),
    /** Good news. */
    SOUND_TEXT("postern-sound-text"),
    /** News that need care. */
    CAUTION_TEXT("postern-caution-text"),
    /** Bad news. */
    ALARM_TEXT("postern-alarm-text");

    private static final String KEY = "org.eclipse.e4.ui.css.id";

    private final String id;

    Css(String id) {
        this.id = id;
    }

    /** Makes controls be this, now and after each change of the appearance. */
    public void style(Control... controls) {
        for (Control control : controls) {
            control.setData(KEY, id);
            control.reskin(SWT.NONE);
        }
    }
}
