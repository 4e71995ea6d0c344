package org.postern.bench;

import java.util.List;

/** The list of a mailbox, headers and flags in the store, without the messages themselves. */
final class ListComplete {

    private static final String FIELDS =
            "(UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (FROM TO CC REPLY-TO"
                    + " SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES CONTENT-TYPE LIST-ID)])";

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    ListComplete(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        double[] ours = new double[runs];
        double[] newest = new double[runs];
        double[] raw = new double[runs];
        raw(); // the server's cache is warm from here on
        for (int i = 0; i < runs; i++) {
            raw[i] = Timing.once(this::raw);
            try (Ours engine = engine()) {
                FirstRows first = engine.firstRows();
                ours[i] = Timing.once(engine::refresh);
                newest[i] = first.seconds();
                check(engine.listed());
            }
        }
        String what = "list of " + mail.messages() + " messages";
        return List.of(
                new Row(what, "raw fetch", Timing.of(ours), Timing.of(raw), 2),
                new Row(what + ", newest 100", "0.3 s from the login", Timing.of(newest), 0.3, 1));
    }

    private Ours engine() throws Exception {
        int port = mail.server().imapsPort();
        return new Ours(folders.fresh(), mail.server(), "imaps", port, Ours.listsOnly());
    }

    private void check(long listed) {
        if (listed != mail.messages()) {
            throw new IllegalStateException("only " + listed + " messages came");
        }
    }

    private void raw() throws Exception {
        try (RawReader reader = mail.reader()) {
            reader.command("EXAMINE INBOX");
            reader.command("UID FETCH 1:* " + FIELDS);
        }
    }
}
