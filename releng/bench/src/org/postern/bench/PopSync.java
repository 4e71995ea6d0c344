package org.postern.bench;

import java.nio.file.Path;
import java.util.List;

/** A maildrop brought here for the first time and once more. */
final class PopSync {

    /** Seconds that a second run may take, as the bar is no ratio. */
    private static final double SECOND_RUN = 0.1;

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    PopSync(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    /** Ours, the limit and mpop by turns. */
    List<Row> rows() throws Exception {
        double[] ours = new double[runs];
        double[] again = new double[runs];
        double[] raw = new double[runs];
        double[] mpop = new double[runs];
        raw();
        for (int i = 0; i < runs; i++) {
            raw[i] = Timing.once(this::raw);
            both(ours, again, i);
            mpop[i] = Timing.once(() -> new Mpop(folders.fresh(), mail.server()).run());
        }
        double mine = new Timing(ours).median();
        String what = "POP3S, " + mail.messages() + " messages";
        return List.of(
                new Row(what, "raw pipelined", mine, new Timing(raw).median(), 1.3),
                new Row(what, "mpop", mine, new Timing(mpop).median(), 0.75),
                new Row(
                        what + ", nothing new",
                        "0.1 s",
                        new Timing(again).median(),
                        SECOND_RUN,
                        1));
    }

    private void raw() throws Exception {
        try (RawPop reader = new RawPop(mail.server())) {
            reader.retrieve(mail.messages());
        }
    }

    private void both(double[] first, double[] second, int run) throws Exception {
        Path folder = folders.fresh();
        try (Ours ours = new Ours(folder, mail.server(), "pops", mail.server().popsPort())) {
            first[run] = Timing.once(ours::refresh);
            if (ours.complete() != mail.messages()) {
                throw new IllegalStateException("only " + ours.complete() + " messages came");
            }
            second[run] = Timing.once(ours::refresh);
        }
    }
}
