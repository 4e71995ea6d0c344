package org.postern.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another client flags 1,000 messages. */
final class FlagsChanged {

    private static final int COUNT = 1_000;
    private static final double MORE = 0.05;
    private static final Pattern STATE =
            Pattern.compile("(?s).*UIDVALIDITY (\\d+).*HIGHESTMODSEQ (\\d+).*");

    private final Mail mail;
    private final Folders folders;
    private final int runs;

    FlagsChanged(Mail mail, Folders folders, int runs) {
        this.mail = mail;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        double[] ours = new double[runs];
        double[] raw = new double[runs];
        int port = mail.server().imapsPort();
        try (Ours engine =
                        new Ours(folders.fresh(), mail.server(), "imaps", port, Ours.listsOnly());
                RawReader other = mail.reader()) {
            engine.refresh();
            other.command("ENABLE QRESYNC");
            for (int i = 0; i < runs; i++) {
                String since = since(other.said("SELECT INBOX"));
                String sign = i % 2 == 0 ? "+" : "-";
                other.command("UID STORE 1:" + COUNT + " " + sign + "FLAGS.SILENT (\\Flagged)");
                ours[i] = Timing.once(engine::refresh);
                raw[i] = Timing.once(() -> other.command("SELECT INBOX (QRESYNC (" + since + "))"));
            }
        }
        String what = COUNT + " flags changed among " + mail.messages();
        double bar = Timing.of(raw) + MORE;
        return List.of(new Row(what, "raw and 50 ms", Timing.of(ours), bar, 1));
    }

    private static String since(String said) {
        Matcher state = STATE.matcher(said);
        if (!state.matches()) {
            throw new IllegalStateException(said);
        }
        return state.group(1) + " " + state.group(2);
    }
}
