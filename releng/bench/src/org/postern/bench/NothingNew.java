package org.postern.bench;

import java.nio.file.Path;
import java.util.List;

/** A mailbox in which nothing has changed. */
final class NothingNew {

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    NothingNew(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        double[] ours = new double[runs];
        double[] peer = new double[runs];
        Path near = folders.fresh();
        Mbsync mbsync = new Mbsync(near, mail.server());
        mbsync.run();
        try (Ours engine =
                new Ours(near.resolve("ours"), mail.server(), "imaps", mail.server().imapsPort())) {
            engine.refresh();
            for (int i = 0; i < runs; i++) {
                ours[i] = Timing.once(engine::refresh);
                peer[i] = Timing.once(mbsync::run);
            }
        }
        String what = "nothing changed, " + mail.messages() + " messages";
        return List.of(
                new Row(what, "mbsync", new Timing(ours).median(), new Timing(peer).median(), 0.2));
    }
}
