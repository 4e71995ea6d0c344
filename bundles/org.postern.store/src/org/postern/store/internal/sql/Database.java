package org.postern.store.internal.sql;

import org.sqlite.JDBC;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The database file: one connection that writes, under a lock of its owner, and as many that read
 * as there are threads reading. With the write-ahead log a reader never waits for a writer and sees
 * the last commit. A commit is forced to the disk before it returns.
 */
public final class Database implements AutoCloseable {

    private static final int CHECKPOINT_PAGES = 8_192;
    private static final Properties WAYS = ways();

    /** A question to the database. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Link link) throws SQLException;
    }

    private final Path file;
    private final Link writer;
    private final Deque<Link> readers = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private Database(Path file, Link writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Opens the file, which is made when it is not there.
     *
     * @throws SQLException when it cannot be opened or is no database
     */
    public static Database open(Path file) throws SQLException, IOException, Schema.Newer {
        return openAt(file, Schema.VERSION);
    }

    /**
     * @param version of the schema; an older one is of use to tests only
     */
    public static Database openAt(Path file, int version)
            throws SQLException, IOException, Schema.Newer {
        NativeLibrary.prepare(file.toAbsolutePath().getParent().resolve("native"));
        Link writer = new Link(connect(file));
        try {
            writer.once("PRAGMA journal_mode = WAL");
            writer.once("PRAGMA synchronous = FULL");
            writer.once("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            writer.once("PRAGMA journal_size_limit = 67108864");
            writer.once("PRAGMA cache_size = -16384");
            Schema.migrate(writer, version);
            return new Database(file, writer);
        } catch (SQLException | IOException | Schema.Newer e) {
            writer.close();
            throw e;
        }
    }

    /** Nobody asks for generated keys; the driver would ask for them after each insertion. */
    private static Properties ways() {
        Properties ways = new Properties();
        ways.setProperty("jdbc.get_generated_keys", "false");
        return ways;
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, WAYS);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute("PRAGMA temp_store = MEMORY");
        }
        return connection;
    }

    /** The connection that writes. */
    public Link writer() {
        return writer;
    }

    /** Asks for something that is committed; empty when the database is closed. */
    public <T> Optional<T> ask(Question<T> question) throws SQLException {
        if (closed) {
            return Optional.empty();
        }
        Link link = readers.poll();
        if (link == null) {
            link = new Link(connect(file));
            link.once("PRAGMA query_only = 1");
        }
        try {
            return Optional.of(question.ask(link));
        } finally {
            give(link);
        }
    }

    private void give(Link link) throws SQLException {
        readers.push(link);
        if (closed) {
            closeReaders();
        }
    }

    private void closeReaders() throws SQLException {
        for (Link link = readers.poll(); link != null; link = readers.poll()) {
            link.close();
        }
    }

    /** Closes what nobody uses; a connection that somebody reads by is closed when it is free. */
    @Override
    public void close() throws SQLException {
        closed = true;
        closeReaders();
        writer.close();
    }
}
