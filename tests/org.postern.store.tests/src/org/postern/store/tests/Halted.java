package org.postern.store.tests;

import org.postern.store.PackedMailStore;
import org.postern.store.internal.Steps;
import org.postern.store.tests.Script.Act;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that plays the script and ends itself before a step, as a kill does: no block is left,
 * nothing is closed. Arguments: the store's folder, and the number of the step. The acts that were
 * done are counted in the file {@code acts} beside the folder.
 */
final class Halted {

    private Halted() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
        Steps steps =
                step -> {
                    if (left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(9);
                    }
                };
        int done = 0;
        try (PackedMailStore store = PackedMailStore.open(folder, Script.setup(steps))) {
            for (Act act : Script.acts()) {
                act.on(store, Script.inbox(store));
                Files.writeString(folder.resolveSibling("acts"), Integer.toString(++done));
            }
        }
    }
}
