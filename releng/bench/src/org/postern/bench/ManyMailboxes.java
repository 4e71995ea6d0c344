package org.postern.bench;

import org.postern.testing.Dovecot;

import java.time.Duration;
import java.util.List;

/** An account of many mailboxes in which nothing has changed, counted in round trips and bytes. */
final class ManyMailboxes {

    private static final int COUNT = 200;
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private final Folders folders;
    private final int runs;

    ManyMailboxes(Folders folders, int runs) {
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        try (Dovecot server = Dovecot.with().onlyInbox().start()) {
            fill(server);
            try (DelayProxy wire = new DelayProxy(server.imapsPort(), ROUND_TRIP);
                    Ours engine = new Ours(folders.fresh(), server, "imaps", wire.port())) {
                engine.refresh();
                return measured(engine, wire);
            }
        }
    }

    private List<Row> measured(Ours engine, DelayProxy wire) throws Exception {
        int trips = wire.trips();
        for (int i = 0; i < runs; i++) {
            engine.refresh();
        }
        String what = "nothing changed, " + COUNT + " mailboxes";
        return List.of(
                new Row(what, "a trip", (double) (wire.trips() - trips) / runs, 1, 3, "trips"));
    }

    private static void fill(Dovecot server) throws Exception {
        try (RawReader reader =
                new RawReader(
                        "localhost",
                        server.imapsPort(),
                        server.user().name(),
                        server.user().password())) {
            for (int i = 0; i < COUNT; i++) {
                reader.command("CREATE Box" + i);
            }
        }
    }
}
