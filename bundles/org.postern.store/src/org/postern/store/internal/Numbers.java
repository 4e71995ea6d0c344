package org.postern.store.internal;

import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that are never given twice. What was given in a transaction is written with it; what was
 * given in one that failed was seen by nobody.
 */
final class Numbers {

    private final AtomicLong last;

    private Numbers(long last) {
        this.last = new AtomicLong(last);
    }

    static Numbers read(Link link) throws SQLException {
        return new Numbers(link.number("SELECT last FROM counter"));
    }

    long next() {
        return last.incrementAndGet();
    }

    /** The last that was given. */
    long last() {
        return last.get();
    }

    void write(Link link) throws SQLException {
        link.run("UPDATE counter SET last = ?", last.get());
    }
}
