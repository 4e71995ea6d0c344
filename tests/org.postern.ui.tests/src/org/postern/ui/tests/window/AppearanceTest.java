package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.ui.internal.look.Look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Light becomes dark, and light again, while the program runs. */
@ExtendWith(InWindow.class)
class AppearanceTest {

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();

    @BeforeEach
    void fill() throws Exception {
        StoredAccount.in(program, "Seen").fill(3);
        new FoldersPage(screen).awaitBadge("Seen", "offline");
        new FoldersPage(screen).select(new Hand(screen), "Seen", "Inbox");
        new ListPage(screen).await("Message 3");
    }

    @AfterEach
    void light() {
        program.dark(false);
    }

    /** On the user interface's thread. */
    private static Map<Control, RGB> texts() {
        Map<Control, RGB> all = new LinkedHashMap<>();
        Screen.controls(InWindow.program().screen().shell("Postern").orElseThrow())
                .filter(Control::isVisible)
                .forEach(c -> all.put(c, c.getForeground().getRGB()));
        return all;
    }

    @Test
    void noTextStaysWhiteWhenLightComesBack() {
        program.dark(false);
        Map<Control, RGB> before = screen.ask(AppearanceTest::texts);
        program.dark(true);
        screen.until(AppearanceTest::brightest, "the tool bars are dark");
        screen.until(() -> strange(true).isEmpty(), "fields and buttons are dark");
        screen.picture("appearance-dark");
        program.dark(false);
        screen.until(() -> changed(before).isEmpty(), "every text has its colour again");
        screen.until(() -> strange(false).isEmpty(), "fields and buttons are light");
        screen.picture("appearance-light-again");
        assertFalse(screen.ask(AppearanceTest::brightest));
    }

    /** Fields and buttons whose ground, as it is drawn, is not what it should be. */
    private static List<Control> strange(boolean dark) {
        Shell shell = InWindow.program().screen().shell("Postern").orElseThrow();
        return Screen.controls(shell)
                .filter(c -> c instanceof Text || c instanceof Button)
                .filter(c -> c.isVisible() && Look.dark(ground(c)) != dark)
                .toList();
    }

    /** The colour at the lower edge of a control, where neither a letter nor an icon is. */
    private static Color ground(Control control) {
        Point size = control.getSize();
        Point place = control.toDisplay(size.x / 2, size.y - 5);
        Image dot = new Image(control.getDisplay(), 1, 1);
        GC gc = new GC(control.getDisplay());
        gc.copyArea(dot, place.x, place.y);
        gc.dispose();
        ImageData data = dot.getImageData();
        dot.dispose();
        return new Color(data.palette.getRGB(data.getPixel(0, 0)));
    }

    private static List<Control> changed(Map<Control, RGB> before) {
        Map<Control, RGB> now = texts();
        return before.keySet().stream()
                .filter(c -> now.containsKey(c) && !now.get(c).equals(before.get(c)))
                .toList();
    }

    /** Whether letters on tool bars are nearer to white than to black. */
    private static boolean brightest() {
        Shell shell = InWindow.program().screen().shell("Postern").orElseThrow();
        return Screen.controls(shell)
                .filter(c -> c instanceof ToolBar && c.isVisible())
                .allMatch(c -> c.getForeground().getRGB().getHSB()[2] > 0.6);
    }
}
