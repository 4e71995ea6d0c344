package org.postern.store.internal;

import org.postern.store.internal.pack.PackFolder;
import org.postern.store.internal.pack.PackWriter;
import org.postern.store.internal.sql.Link;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which pack is written by whom. Each writer has a pack of its own while it writes, so that a slow
 * one keeps nobody waiting.
 */
final class Packs implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Packs.class.getName());

    private final PackFolder folder;
    private final long limit;
    private final Deque<PackWriter> idle = new ArrayDeque<>();
    private final TreeMap<Long, Long> unfilled = new TreeMap<>();
    private final Set<Long> lent = new HashSet<>();
    private long last;
    private boolean closed;

    /**
     * @param limit bytes after which a pack is full
     */
    Packs(PackFolder folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    PackFolder folder() {
        return folder;
    }

    /**
     * Compares the folder with the database: what a crash left behind is removed.
     *
     * @return packs that are missing or too short, and how long they are
     */
    Map<Long, Long> settle(Link link) throws SQLException, IOException {
        Map<Long, Long> sizes = new TreeMap<>();
        link.list("SELECT id, size FROM pack", row -> sizes.put(row.getLong(1), row.getLong(2)));
        Map<Long, Long> files = folder.sizes();
        Map<Long, Long> damaged = new TreeMap<>();
        sizes.forEach((pack, size) -> take(pack, size, files.getOrDefault(pack, 0L), damaged));
        for (Long pack : files.keySet()) {
            if (!sizes.containsKey(pack)) {
                folder.delete(pack);
            }
        }
        last = Math.max(lastOf(sizes), lastOf(files));
        return damaged;
    }

    private void take(long pack, long size, long length, Map<Long, Long> damaged) {
        if (length < size) {
            damaged.put(pack, length);
        } else if (size < limit) {
            unfilled.put(pack, size);
        }
    }

    private static long lastOf(Map<Long, Long> packs) {
        return packs.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** A pack to append to; it is given back with {@link #giveBack}. */
    synchronized PackWriter lend() throws IOException {
        if (closed) {
            throw new IOException("the store is closed");
        }
        PackWriter writer = idle.poll();
        if (writer == null) {
            writer = open();
        }
        lent.add(writer.number());
        return writer;
    }

    private PackWriter open() throws IOException {
        Map.Entry<Long, Long> entry = unfilled.pollFirstEntry();
        return entry != null
                ? folder.append(entry.getKey(), entry.getValue())
                : folder.create(++last);
    }

    synchronized void giveBack(PackWriter writer) {
        lent.remove(writer.number());
        trim(writer);
        if (closed || writer.broken() || writer.end() >= limit) {
            putAway(writer);
        } else {
            idle.push(writer);
        }
    }

    private void trim(PackWriter writer) {
        try {
            writer.trim();
        } catch (IOException e) { // it is overwritten by what comes next
            LOG.log(System.Logger.Level.WARNING, "shortening pack " + writer.number(), e);
        }
    }

    /** Takes a pack out of use, unless somebody writes it. */
    synchronized boolean retire(long pack) {
        if (lent.contains(pack)) {
            return false;
        }
        unfilled.remove(pack);
        for (Iterator<PackWriter> each = idle.iterator(); each.hasNext(); ) {
            PackWriter writer = each.next();
            if (writer.number() == pack) {
                each.remove();
                putAway(writer);
            }
        }
        return true;
    }

    private void putAway(PackWriter writer) {
        try {
            folder.close(writer);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing pack " + writer.number(), e);
        }
    }

    /** Closes what nobody writes; a pack that is lent is closed when it comes back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(this::putAway);
        idle.clear();
    }
}
