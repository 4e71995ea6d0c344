package org.postern.bench;

import java.util.List;

/** Nothing has changed on a server that keeps no journal of changes (no CONDSTORE). */
final class WithoutJournal {

    private static final String CAPABILITIES =
            "imap_capability = IMAP4rev1 SASL-IR LITERAL+ IDLE NAMESPACE UIDPLUS UNSELECT";

    private final Corpus corpus;
    private final int messages;
    private final Folders folders;
    private final int runs;

    WithoutJournal(Corpus corpus, int messages, Folders folders, int runs) {
        this.corpus = corpus;
        this.messages = messages;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        try (Mail mail = Mail.of(corpus, messages, CAPABILITIES)) {
            return rows(mail);
        }
    }

    private List<Row> rows(Mail mail) throws Exception {
        double[] ours = new double[runs];
        double[] raw = new double[runs];
        int port = mail.server().imapsPort();
        try (Ours engine =
                        new Ours(folders.fresh(), mail.server(), "imaps", port, Ours.listsOnly());
                RawReader reader = mail.reader()) {
            engine.refresh();
            for (int i = 0; i < runs; i++) {
                ours[i] = Timing.once(engine::refresh);
                raw[i] = Timing.once(() -> raw(reader));
            }
        }
        String what = "nothing changed, no journal, " + messages + " messages";
        return List.of(new Row(what, "raw fetch of flags", Timing.of(ours), Timing.of(raw), 3));
    }

    private static void raw(RawReader reader) throws Exception {
        reader.command("EXAMINE INBOX");
        reader.command("UID FETCH 1:* (FLAGS)");
    }
}
