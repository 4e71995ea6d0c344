package org.postern.ui;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.Preferences;
import org.postern.ui.internal.doctor.DoctorView;
import org.postern.ui.internal.folders.FoldersView;
import org.postern.ui.internal.list.MessageListView;
import org.postern.ui.internal.log.LogView;
import org.postern.ui.internal.preferences.MailPreferences;
import org.postern.ui.internal.reading.ReadingView;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Light or dark: what the user prefers, the desktop has, or the command line asks for. */
public final class Appearance {

    private static final String LIGHT_THEME = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK_THEME = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String ENGINE_NODE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String ENGINE_KEY = "themeid";

    private Appearance() {}

    /**
     * Chooses the appearance that the workbench starts with. Called with a display, before the
     * workbench is created.
     *
     * @param dark what is asked for; empty for what the user prefers
     */
    public static void prepare(Optional<Boolean> dark) {
        String theme = theme(dark.orElseGet(Appearance::preferred));
        Preferences node = InstanceScope.INSTANCE.getNode(ENGINE_NODE);
        node.put(ENGINE_KEY, theme);
    }

    /** Makes the running workbench look as the user prefers. */
    public static void applyPreferred() {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (engine != null) {
            forgetColours();
            engine.setTheme(theme(preferred()), true);
            drawAnew();
        }
    }

    /**
     * The dark style sheet gives fields, buttons and tables a ground and the light one gives them
     * none, and the engine takes nothing back: without this they would keep the other's.
     */
    private static void forgetColours() {
        for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
            controls(shell)
                    .filter(Appearance::isNative)
                    .forEach(
                            control -> {
                                control.setBackground(null);
                                control.setForeground(null);
                            });
        }
    }

    private static boolean isNative(Control control) {
        return switch (control) {
            case Text text -> true;
            case Button button -> true;
            case Combo combo -> true;
            case Spinner spinner -> true;
            case Table table -> true;
            case Tree tree -> true;
            default -> false;
        };
    }

    private static Stream<Control> controls(Control root) {
        Stream<Control> below =
                root instanceof Composite composite
                        ? Arrays.stream(composite.getChildren()).flatMap(Appearance::controls)
                        : Stream.empty();
        return Stream.concat(Stream.of(root), below);
    }

    /** Pages and labels have their colours in them. */
    private static void drawAnew() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            IWorkbenchPage page = window.getActivePage();
            if (page.findView(MailIds.READING_VIEW) instanceof ReadingView view) {
                view.reload();
            }
            if (page.findView(MailIds.FOLDERS_VIEW) instanceof FoldersView view) {
                view.refresh();
            }
            if (page.findView(MailIds.LIST_VIEW) instanceof MessageListView view) {
                view.reload();
            }
            if (page.findView(MailIds.LOG_VIEW) instanceof LogView view) {
                view.reload();
            }
            if (page.findView(MailIds.DOCTOR_VIEW) instanceof DoctorView view) {
                view.reload();
            }
        }
    }

    private static boolean preferred() {
        return switch (MailPreferences.store().getString(MailPreferences.THEME)) {
            case MailPreferences.LIGHT -> false;
            case MailPreferences.DARK -> true;
            default -> Display.isSystemDarkTheme();
        };
    }

    private static String theme(boolean dark) {
        return dark ? DARK_THEME : LIGHT_THEME;
    }
}
