package org.postern.ui.tests.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Moves the mouse and presses keys, as a person does. */
final class Hand {

    private final Screen screen;

    Hand(Screen screen) {
        this.screen = screen;
    }

    /** Brings a control's window to the front, and clicks into the middle of the control. */
    void click(Control control) {
        reach(control);
        clickAt(screen.ask(() -> middle(control)));
    }

    private static Point middle(Control control) {
        Rectangle area = control.getBounds();
        boolean box = control instanceof Button && (control.getStyle() & SWT.CHECK) != 0;
        return control.toDisplay(box ? 10 : area.width / 2, area.height / 2);
    }

    /** A button takes no click before it has heard that the mouse came. */
    private void reach(Control control) {
        screen.until(control::isEnabled, control + " can be clicked");
        AtomicBoolean felt = new AtomicBoolean();
        Listener feeling = e -> felt.set(felt.get() || e.widget == control);
        screen.run(
                () -> {
                    control.getShell().forceActive();
                    control.addListener(SWT.MouseMove, feeling);
                });
        screen.until(() -> felt.get() || moved(control), "the mouse is over " + control);
        screen.run(() -> control.removeListener(SWT.MouseMove, feeling));
    }

    /** Moves the mouse to the control and a little to and fro; false, so that one waits on. */
    private boolean moved(Control control) {
        Point middle = middle(control);
        int step = screen.display().getCursorLocation().equals(middle) ? 1 : 0;
        screen.display().setCursorLocation(middle.x + step, middle.y);
        return false;
    }

    /**
     * Clicks at a place of the screen. The X server makes the click: what SWT posts itself comes
     * too fast after the mouse for GTK, which then drops it now and then.
     */
    void clickAt(Point place) {
        xdotool("mousemove", "" + place.x, "" + place.y, "click", "1");
    }

    /** Presses a key of the X server, by its name there: it goes where the focus really is. */
    void pressKey(String name) {
        xdotool("key", name);
    }

    private static void xdotool(String... words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new AssertionError(command + " ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(String.join(" ", command), e);
        }
    }

    /** Replaces the text of a field by typing. */
    void type(Text field, String text) {
        click(field);
        screen.until(field::isFocusControl, field + " has the focus");
        press(SWT.MOD1, 'a');
        press(0, SWT.DEL);
        text.chars().forEach(c -> press(Character.isUpperCase(c) ? SWT.SHIFT : 0, c));
        screen.until(() -> field.getText().equals(text), field + " holds " + text);
    }

    /** Presses a key with modifiers; a character or an SWT key code. */
    void press(int modifiers, int key) {
        for (int modifier : new int[] {SWT.MOD1, SWT.SHIFT, SWT.ALT}) {
            if ((modifiers & modifier) != 0) {
                post(key(SWT.KeyDown, modifier));
            }
        }
        post(key(SWT.KeyDown, key));
        post(key(SWT.KeyUp, key));
        for (int modifier : new int[] {SWT.ALT, SWT.SHIFT, SWT.MOD1}) {
            if ((modifiers & modifier) != 0) {
                post(key(SWT.KeyUp, modifier));
            }
        }
    }

    /** Goes through a list by the arrow keys. */
    void choose(Combo list, int from, int to) {
        screen.until(list::isFocusControl, list + " has the focus");
        for (int place = from; place != to; place += Integer.signum(to - from)) {
            press(0, to > from ? SWT.ARROW_DOWN : SWT.ARROW_UP);
        }
        screen.until(() -> list.getSelectionIndex() == to, "entry " + to + " is chosen");
    }

    private static Event key(int type, int key) {
        Event event = new Event();
        event.type = type;
        boolean code = (key & (SWT.KEYCODE_BIT | SWT.MODIFIER_MASK)) != 0;
        event.keyCode = code ? key : 0;
        event.character = code ? 0 : (char) key;
        return event;
    }

    private void post(Event event) {
        boolean posted = screen.ask(() -> screen.display().post(event));
        if (!posted) {
            throw new AssertionError("The event was not posted: " + event);
        }
    }
}
