package org.postern.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** What an engine costs that waits for the server's word when all is done. */
final class Idle {

    private static final Duration WATCHED = Duration.ofSeconds(20);

    private final Mail mail;
    private final Folders folders;

    Idle(Mail mail, Folders folders) {
        this.mail = mail;
        this.folders = folders;
    }

    List<Row> rows() throws Exception {
        int port = mail.server().imapsPort();
        try (Ours engine =
                new Ours(folders.fresh(), mail.server(), "imaps", port, Ours.listsOnly())) {
            engine.watch();
            Thread.sleep(Duration.ofSeconds(5)); // until compilers and collectors are done as well
            long before = cpu();
            Thread.sleep(WATCHED);
            double used = (cpu() - before) / 1e9;
            return List.of(new Row("idle", "a core", used, WATCHED.toMillis() / 1e3, 0.005));
        }
    }

    private static long cpu() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
