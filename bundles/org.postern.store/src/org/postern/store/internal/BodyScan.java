package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.AccountId;
import org.postern.store.StoreCheck.DamagedMessage;
import org.postern.store.internal.BodyTable.Body;
import org.postern.store.internal.sql.Link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads bodies in the order of their packs, and deals with those that are damaged. */
final class BodyScan {

    private static final int PART = 128;

    /**
     * How far a scan is.
     *
     * @param pack that is read
     * @param at what is before this position of it was read
     */
    record Position(long pack, long at) {
        static final Position START = new Position(0, 0);
    }

    private final StoreRoot root;
    private final IProgressMonitor monitor;
    private final Optional<Set<Long>> only;
    private final List<DamagedMessage> damaged = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private long bodies;
    private long bytes;
    private long looked;

    /**
     * @param accounts whose messages are read; empty means everybody's
     */
    BodyScan(StoreRoot root, Set<AccountId> accounts, IProgressMonitor monitor)
            throws SQLException {
        this.root = root;
        this.monitor = monitor;
        this.only = accounts.isEmpty() ? Optional.empty() : Optional.of(bodiesOf(accounts));
    }

    private Set<Long> bodiesOf(Set<AccountId> accounts) throws SQLException {
        Set<Long> found = new HashSet<>();
        for (AccountId account : accounts) {
            root.ask(link -> BodyTable.ofAccount(link, account.value())).ifPresent(found::addAll);
        }
        return found;
    }

    /**
     * Reads some more.
     *
     * @param most bytes; what comes after the body that exceeds them is left for the next step
     * @return where to go on; empty when all was read
     * @throws OperationCanceledException what was found until then is dealt with
     */
    Optional<Position> step(Position from, long most) throws SQLException, IOException {
        List<Body> part = part(from);
        if (part.isEmpty()) {
            return nextPack(from.pack()).map(pack -> new Position(pack, 0));
        }
        return Optional.of(new Position(from.pack(), read(part, looked + most)));
    }

    /** Answers where what was read ends. */
    private long read(List<Body> part, long limit) throws SQLException, IOException {
        List<Long> lost = new ArrayList<>();
        long end = 0;
        try {
            for (Body body : part) {
                if (wanted(body) && !sound(body)) {
                    lost.add(body.id());
                }
                looked += body.entry().length();
                end = body.entry().end();
                if (looked >= limit) {
                    break;
                }
            }
        } finally {
            settle(part.getFirst().entry().pack(), lost);
        }
        return end;
    }

    private List<Body> part(Position from) throws SQLException {
        return root.ask(link -> BodyTable.inPack(link, from.pack(), from.at(), PART))
                .orElse(List.of());
    }

    private Optional<Long> nextPack(long after) throws SQLException {
        return root.ask(link -> next(link, after)).flatMap(found -> found);
    }

    private static Optional<Long> next(Link link, long after) throws SQLException {
        return link.first(
                "SELECT id FROM pack WHERE id > ? ORDER BY id LIMIT 1", r -> r.getLong(1), after);
    }

    private boolean wanted(Body body) {
        return only.map(bodiesOfSome -> bodiesOfSome.contains(body.id())).orElse(true);
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

    private void settle(long pack, List<Long> lost) throws SQLException, IOException {
        if (lost.isEmpty()) {
            return;
        }
        List<DamagedMessage> found = new Losses(root).lost(lost);
        damaged.addAll(found);
        long refetched = found.stream().filter(DamagedMessage::refetched).count();
        if (refetched > 0) {
            repairs.add(Messages.format("check.body", pack, refetched));
        }
        found.stream()
                .filter(message -> !message.refetched())
                .forEach(m -> losses.add(Messages.format("check.lost", m.subject())));
    }

    long bodies() {
        return bodies;
    }

    /** Bytes that were read, whatever came of it. */
    long looked() {
        return looked;
    }

    long bytes() {
        return bytes;
    }

    List<DamagedMessage> damaged() {
        return damaged;
    }

    List<String> repairs() {
        return repairs;
    }

    List<String> losses() {
        return losses;
    }
}
