package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.store.StoreCheck;
import org.postern.store.internal.BodyTable.Body;
import org.postern.store.internal.sql.Link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads everything that is stored, and repairs what it can. */
final class Check {

    private static final int PART = 512;

    private final StoreRoot root;
    private final IProgressMonitor monitor;
    private final List<String> repairs = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private long bodies;
    private long bytes;
    private int refetched;

    Check(StoreRoot root, IProgressMonitor monitor) {
        this.root = root;
        this.monitor = monitor;
    }

    StoreCheck run() throws SQLException, IOException {
        List<Long> packs = packs();
        monitor.beginTask(Messages.format("check.progress"), packs.size() + 1);
        database();
        repairs.addAll(root.write(t -> new Counts(root.mailboxes(), t).setRight()));
        monitor.worked(1);
        for (long pack : packs) {
            pack(pack);
            monitor.worked(1);
        }
        monitor.done();
        return new StoreCheck(bodies, bytes, refetched, repairs, losses);
    }

    private List<Long> packs() throws SQLException {
        return root.ask(link -> link.list("SELECT id FROM pack ORDER BY id", r -> r.getLong(1)))
                .orElse(List.of());
    }

    /** An index can be made anew from its table; a table from nothing. */
    private void database() throws SQLException {
        if (sound().isEmpty()) {
            return;
        }
        root.quietly(
                link -> {
                    link.once("REINDEX");
                    return true;
                });
        for (Mailbox mailbox : root.mailboxes().all()) {
            mailbox.rows().forget();
            mailbox.threads().forget();
            mailbox.ranks().forget();
        }
        sound().ifPresentOrElse(
                        problem -> losses.add(Messages.format("check.database", problem)),
                        () -> repairs.add(Messages.format("check.indexes")));
    }

    private Optional<String> sound() throws SQLException {
        return root.ask(Check::problem).flatMap(problem -> problem);
    }

    private static Optional<String> problem(Link link) throws SQLException {
        return link.first("PRAGMA integrity_check(1)", row -> row.getString(1))
                .filter(answer -> !answer.equals("ok"));
    }

    private void pack(long pack) throws SQLException, IOException {
        List<Long> damaged = new ArrayList<>();
        long from = 0;
        List<Body> part = part(pack, from);
        while (!part.isEmpty()) {
            for (Body body : part) {
                if (!sound(body)) {
                    damaged.add(body.id());
                }
            }
            from = part.getLast().entry().end();
            part = part(pack, from);
        }
        settle(pack, damaged);
    }

    private List<Body> part(long pack, long from) throws SQLException {
        return root.ask(link -> BodyTable.inPack(link, pack, from, PART)).orElse(List.of());
    }

    private boolean sound(Body body) throws SQLException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try (InputStream in = root.packs().folder().open(body.entry())) {
            bytes += in.transferTo(OutputStream.nullOutputStream());
            bodies++;
            return true;
        } catch (IOException e) {
            return e instanceof NoSuchFileException && moved(body);
        }
    }

    /** Whether it is not there because it was moved or removed while we looked. */
    private boolean moved(Body body) throws SQLException {
        return root.ask(link -> BodyTable.inPack(link, body.entry().pack(), 0, 1))
                .filter(List::isEmpty)
                .isPresent();
    }

    private void settle(long pack, List<Long> damaged) throws SQLException, IOException {
        if (damaged.isEmpty()) {
            return;
        }
        Losses.Outcome outcome = new Losses(root).lost(damaged);
        refetched += outcome.refetched();
        if (outcome.refetched() > 0) {
            repairs.add(Messages.format("check.body", pack, outcome.refetched()));
        }
        outcome.gone().forEach(subject -> losses.add(Messages.format("check.lost", subject)));
    }
}
