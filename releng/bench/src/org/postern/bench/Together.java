package org.postern.bench;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.AccountFolder;
import org.postern.search.IndexedMailSearch;

import java.nio.file.Path;
import java.util.List;

/** Everything brought here and indexed in the same pass. */
final class Together {

    /** Seconds for each message, of a bar of 45 s for 50,000. */
    private static final double EACH = 45.0 / 50_000;

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    Together(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = once();
        }
        String what = "sync and index of " + mail.messages() + " messages";
        double ours = new Timing(seconds).median();
        return List.of(new Row(what, "a bar", ours, EACH * mail.messages(), 1));
    }

    private double once() throws Exception {
        Path folder = folders.fresh();
        try (Ours ours = new Ours(folder, mail.server(), "imaps", mail.server().imapsPort())) {
            try (var search =
                    IndexedMailSearch.open(
                            ours.store(),
                            AccountFolder.open(folder.resolve("none")),
                            folder.resolve("index"))) {
                double seconds =
                        Timing.once(
                                () -> {
                                    ours.refresh();
                                    search.await(new NullProgressMonitor());
                                });
                if (search.progress().indexed() != mail.messages()) {
                    throw new IllegalStateException(search.progress() + " was indexed");
                }
                return seconds;
            }
        }
    }
}
