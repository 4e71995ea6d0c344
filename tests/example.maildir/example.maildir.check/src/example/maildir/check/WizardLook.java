package example.maildir.check;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.postern.ui.WidgetIds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens the New Account wizard as a person would, writes the transports that it lists into the file
 * that the system property {@code example.maildir.look} names, and ends the workbench. Without the
 * property it does nothing.
 */
public final class WizardLook implements IStartup {

    private static final String NEW_ACCOUNT = "org.postern.ui.newAccount";
    private static final int AGAIN_MILLIS = 100;
    private static final int TRIES = 300;

    @Override
    public void earlyStartup() {
        String file = System.getProperty("example.maildir.look");
        if (file != null) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.asyncExec(() -> look(display, Path.of(file), TRIES));
            display.asyncExec(WizardLook::openWizard);
        }
    }

    private static void openWizard() {
        try {
            PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand(NEW_ACCOUNT, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The wizard is modal, so a timer looks for it from inside its own event loop. */
    private static void look(Display display, Path file, int tries) {
        Optional<Combo> transports =
                Arrays.stream(display.getShells())
                        .filter(Shell::isVisible)
                        .flatMap(WizardLook::all)
                        .map(WizardLook::transports)
                        .flatMap(Optional::stream)
                        .findFirst();
        if (transports.isEmpty() && tries > 0) {
            display.timerExec(AGAIN_MILLIS, () -> look(display, file, tries - 1));
            return;
        }
        write(
                file,
                transports.map(combo -> List.of(combo.getItems())).orElse(List.of("no wizard")));
        leave(display);
    }

    /** Closes one dialog at a time, the innermost first, and then the workbench. */
    private static void leave(Display display) {
        if (display.isDisposed()) {
            return;
        }
        display.timerExec(AGAIN_MILLIS, () -> leave(display));
        Optional<Shell> innermost =
                Arrays.stream(display.getShells())
                        .filter(shell -> shell.getParent() != null && shell.isVisible())
                        .reduce((outer, inner) -> inner);
        if (innermost.isPresent()) {
            innermost.get().close();
        } else if (!PlatformUI.getWorkbench().isClosing()) {
            PlatformUI.getWorkbench().close();
        }
    }

    private static Optional<Combo> transports(Control control) {
        boolean found =
                control instanceof Combo
                        && WidgetIds.SETTINGS_TRANSPORT.equals(control.getData(WidgetIds.KEY));
        return found ? Optional.of((Combo) control) : Optional.empty();
    }

    private static Stream<Control> all(Control control) {
        Stream<Control> below =
                control instanceof Composite parent
                        ? Arrays.stream(parent.getChildren()).flatMap(WizardLook::all)
                        : Stream.empty();
        return Stream.concat(Stream.of(control), below);
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
