package org.postern.ui.internal.look;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

import java.util.function.Supplier;

/** Names for what has no text on screen, for screen readers. */
public final class Accessible {

    /** The data key that a name hangs under, as a supplier; the toolkit does not give it back. */
    public static final String KEY = "org.postern.accessibleName";

    /** The data key that a description hangs under. */
    public static final String DESCRIPTION = "org.postern.accessibleDescription";

    private Accessible() {}

    /** Names a field like a label that stands elsewhere; without its mnemonic and its colon. */
    public static void nameLike(Control control, String label) {
        name(control, label.replace("&", "").replace(":", ""));
    }

    /** Names a control. */
    public static void name(Control control, String name) {
        name(control, () -> name);
    }

    /** Says what a control is about, for who comes to it and has not seen what stands around. */
    public static void describe(Control control, String text) {
        control.setData(DESCRIPTION, text);
        control.getAccessible()
                .addAccessibleListener(
                        new AccessibleAdapter() {
                            @Override
                            public void getDescription(AccessibleEvent event) {
                                event.result = text;
                            }
                        });
    }

    /** Names a control whose meaning changes. */
    public static void name(Control control, Supplier<String> name) {
        control.setData(KEY, name);
        control.getAccessible()
                .addAccessibleListener(
                        new AccessibleAdapter() {
                            @Override
                            public void getName(AccessibleEvent event) {
                                event.result = name.get();
                            }
                        });
    }
}
