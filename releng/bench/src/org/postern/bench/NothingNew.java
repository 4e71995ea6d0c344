package org.postern.bench;

import java.nio.file.Path;
import java.time.Duration;
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
        long bytes;
        try (DelayProxy wire = new DelayProxy(mail.server().imapsPort(), Duration.ZERO);
                Ours engine = new Ours(near.resolve("ours"), mail.server(), "imaps", wire.port())) {
            engine.refresh();
            bytes = wire.bytes();
            for (int i = 0; i < runs; i++) {
                ours[i] = Timing.once(engine::refresh);
                peer[i] = Timing.once(mbsync::run);
            }
            bytes = (wire.bytes() - bytes) / runs;
        }
        String what = "nothing changed, " + mail.messages() + " messages";
        return List.of(
                new Row(what, "mbsync", Timing.of(ours), Timing.of(peer), 0.2),
                new Row(what, "2 KB", bytes, 2_048, 1, "bytes"));
    }
}
