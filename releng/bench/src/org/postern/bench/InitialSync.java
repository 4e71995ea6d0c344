package org.postern.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everything of a mailbox brought here for the first time, bytes and metadata durable. */
final class InitialSync {

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    InitialSync(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    /** Ours, the limit and mbsync by turns. */
    List<Row> againstPeers() throws Exception {
        double[] ours = new double[runs];
        double[] raw = new double[runs];
        double[] mbsync = new double[runs];
        raw();
        for (int i = 0; i < runs; i++) {
            raw[i] = Timing.once(this::raw);
            ours[i] = ours(mail.server().imapsPort());
            mbsync[i] = Timing.once(() -> new Mbsync(folders.fresh(), mail.server()).run());
        }
        double mine = new Timing(ours).median();
        String what = "initial sync, " + mail.messages() + " messages";
        double bar = mail.messages() > 20_000 ? 1.33 : 1.5;
        return List.of(
                new Row(what, "raw client", mine, new Timing(raw).median(), bar),
                new Row(what, "mbsync", mine, new Timing(mbsync).median(), 0.2));
    }

    /** The same through a long wire, against itself on a short one. */
    List<Row> overLongWires() throws Exception {
        double near = ours(mail.server().imapsPort());
        return List.of(
                overLongWire(near, Duration.ofMillis(30), 1.35),
                overLongWire(near, Duration.ofMillis(100), 1.6));
    }

    private Row overLongWire(double near, Duration roundTrip, double bar) throws Exception {
        try (DelayProxy wire = new DelayProxy(mail.server().imapsPort(), roundTrip)) {
            String what = "initial sync, round trip of " + roundTrip.toMillis() + " ms";
            return new Row(what, "without delay", ours(wire.port()), near, bar);
        }
    }

    private double ours(int port) throws Exception {
        Path folder = folders.fresh();
        try (Ours ours = new Ours(folder, mail.server(), "imaps", port)) {
            double seconds = Timing.once(ours::refresh);
            if (ours.complete() != mail.messages()) {
                throw new IllegalStateException("only " + ours.complete() + " messages came");
            }
            return seconds;
        }
    }

    /** Two connections, half of the mailbox each. */
    private void raw() throws Exception {
        int half = mail.messages() / 2;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (var part :
                    both.invokeAll(List.of(part(1, half), part(half + 1, mail.messages())))) {
                part.get();
            }
        }
    }

    private Callable<Long> part(int from, int to) {
        return () -> {
            try (RawReader reader = mail.reader()) {
                reader.command("EXAMINE INBOX");
                return reader.command("UID FETCH " + from + ":" + to + " (BODY.PEEK[])");
            }
        };
    }
}
