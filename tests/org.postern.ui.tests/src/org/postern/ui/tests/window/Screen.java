package org.postern.ui.tests.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.postern.testing.Eventually;
import org.postern.ui.WidgetIds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is to be seen, found by the names that widgets have; for the thread of the test. */
final class Screen {

    private final Display display;

    Screen(Display display) {
        this.display = display;
    }

    /** Asks on the user interface's thread; what is thrown there is thrown here. */
    static <T> T on(Display display, Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        display.syncExec(
                () -> {
                    try {
                        answer.set(question.get());
                    } catch (RuntimeException | Error e) {
                        thrown.set(e);
                    }
                });
        if (thrown.get() != null) {
            throw new AssertionError("on the user interface's thread", thrown.get());
        }
        return answer.get();
    }

    <T> T ask(Supplier<T> question) {
        return on(display, question);
    }

    void run(Runnable work) {
        ask(
                () -> {
                    work.run();
                    return null;
                });
    }

    /** Waits; the condition is asked on the user interface's thread. */
    void until(BooleanSupplier condition, String what) {
        if (Display.getCurrent() != null) {
            throw new IllegalStateException("waiting on the thread that is waited for: " + what);
        }
        Eventually.until(
                () -> ask(condition::getAsBoolean),
                Program.PATIENCE,
                () -> what + "; see " + picture("missed"));
    }

    Display display() {
        return display;
    }

    /** The windows that can be seen. */
    private Stream<Shell> shells() {
        return Arrays.stream(display.getShells()).filter(Shell::isVisible);
    }

    /** A window, by the start of its title. */
    Optional<Shell> shell(String title) {
        return ask(() -> shells().filter(s -> s.getText().startsWith(title)).findFirst());
    }

    /** The same, once it is there. */
    Shell awaitShell(String title) {
        until(() -> shell(title).isPresent(), "a window called " + title);
        return shell(title).orElseThrow();
    }

    /** Closes all windows that stand over another. */
    void closeDialogs() {
        until(
                () -> {
                    var over = shells().filter(s -> s.getParent() != null).toList();
                    over.forEach(s -> s.getDisplay().asyncExec(() -> closeIfThere(s)));
                    return over.isEmpty();
                },
                "all dialogs are closed");
    }

    private static void closeIfThere(Shell shell) {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    /** Makes the window with exactly that title the one that gets the keys. */
    void toFront(String title) {
        until(
                () -> {
                    Shell front =
                            shells().filter(s -> s.getText().equals(title))
                                    .findFirst()
                                    .orElseThrow();
                    front.forceActive();
                    return display.getActiveShell() == front;
                },
                title + " is in front");
    }

    /** A widget that can be seen, in any window. */
    <W extends Widget> Optional<W> find(Class<W> type, String id) {
        return ask(() -> shells().flatMap(s -> named(s, type, id)).findFirst());
    }

    /** A widget that can be seen, in that window. */
    <W extends Widget> Optional<W> find(Shell shell, Class<W> type, String id) {
        return ask(() -> named(shell, type, id).findFirst());
    }

    /** The same, once it is there. */
    <W extends Widget> W await(Class<W> type, String id) {
        until(() -> find(type, id).isPresent(), "a widget called " + id);
        return find(type, id).orElseThrow();
    }

    private static <W extends Widget> Stream<W> named(Control root, Class<W> type, String id) {
        return controls(root)
                .filter(c -> c.isVisible() && id.equals(c.getData(WidgetIds.KEY)))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** That control and all below it. */
    static Stream<Control> controls(Control root) {
        if (root.isDisposed()) {
            return Stream.empty();
        }
        Stream<Control> below =
                root instanceof Composite composite
                        ? Arrays.stream(composite.getChildren()).flatMap(Screen::controls)
                        : Stream.empty();
        return Stream.concat(Stream.of(root), below);
    }

    /** Keeps a picture of the whole screen with the build's output, and says where. */
    Path picture(String name) {
        Path file = Path.of(System.getProperty("postern.screenshots"), name + ".png");
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {ask(this::pixels)};
        try {
            Files.createDirectories(file.getParent());
            loader.save(file.toString(), SWT.IMAGE_PNG);
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImageData pixels() {
        Rectangle all = display.getBounds();
        Image image = new Image(display, all.width, all.height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }
}
