package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.store.StoreCheck;
import org.postern.store.internal.BodyScan.Position;
import org.postern.store.internal.sql.Link;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads everything that is stored, and repairs what it can. */
final class Check {

    /** A monitor counts in this, for it cannot count all bytes. */
    private static final long UNIT = 1 << 10;

    private static final long STEP = 8 << 20;

    private final StoreRoot root;
    private final IProgressMonitor monitor;
    private final BodyScan scan;
    private final List<String> repairs = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();

    /**
     * @param accounts whose messages are read; empty means everybody's
     */
    Check(StoreRoot root, Set<AccountId> accounts, IProgressMonitor monitor) throws SQLException {
        this.root = root;
        this.monitor = monitor;
        this.scan = new BodyScan(root, accounts, monitor);
    }

    StoreCheck run() throws SQLException, IOException {
        monitor.beginTask(Messages.format("check.progress"), units(size()));
        database();
        repairs.addAll(root.write(t -> new Counts(root.mailboxes(), t).setRight()));
        bodies();
        monitor.done();
        repairs.addAll(scan.repairs());
        losses.addAll(scan.losses());
        return new StoreCheck(scan.bodies(), scan.bytes(), scan.damaged(), repairs, losses);
    }

    private long size() throws SQLException {
        return root.ask(link -> link.number("SELECT coalesce(sum(size), 0) FROM pack")).orElse(0L);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
    }

    private void bodies() throws SQLException, IOException {
        int told = 0;
        Optional<Position> next = Optional.of(Position.START);
        while (next.isPresent()) {
            next = scan.step(next.get(), STEP);
            int now = units(scan.looked());
            monitor.worked(now - told);
            told = now;
        }
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
}
