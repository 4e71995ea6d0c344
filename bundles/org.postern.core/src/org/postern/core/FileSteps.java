package org.postern.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Is told of each step of {@link AtomicFile} towards the disk just before it is done. In the
 * product nobody listens; a test ends the process there.
 */
public final class FileSteps {

    private static final AtomicReference<Listener> LISTENER =
            new AtomicReference<>((step, file) -> {});

    /** Hears of steps, from any thread. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param step what is about to be done, such as {@code file.move}
         * @param file what is to be replaced or made by it
         * @throws IOException when the step is to fail
         */
        void before(String step, Path file) throws IOException;
    }

    private FileSteps() {}

    /** From now on this one hears of all steps of this process, and no other. */
    public static void hear(Listener listener) {
        LISTENER.set(listener);
    }

    /** Something is about to be done. */
    public static void before(String step, Path file) throws IOException {
        LISTENER.get().before(step, file);
    }
}
