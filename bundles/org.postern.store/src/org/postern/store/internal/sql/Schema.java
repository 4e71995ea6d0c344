package org.postern.store.internal.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * The database's tables. Each version is a script that turns the one before into it, in one
 * transaction; {@code user_version} says how far a database is.
 */
public final class Schema {

    /** The version that this code works with. */
    public static final int VERSION = 5;

    /** The database was written by a newer version. */
    public static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;
        private final long version;

        Newer(long version) {
            super("schema " + version + " is newer than " + VERSION);
            this.version = version;
        }

        public long version() {
            return version;
        }
    }

    private Schema() {}

    /**
     * Brings a database up to date; after a crash in between the next one goes on.
     *
     * @param goal the version to stop at
     */
    public static void migrate(Link link, int goal) throws SQLException, IOException, Newer {
        long version = link.number("PRAGMA user_version");
        if (version > VERSION) {
            throw new Newer(version);
        }
        for (int next = (int) version + 1; next <= goal; next++) {
            step(link, next);
        }
    }

    private static void step(Link link, int version) throws SQLException, IOException {
        String script = script(version);
        link.once("BEGIN IMMEDIATE");
        try {
            for (String statement : script.split(";\\s*\\n")) {
                if (!statement.isBlank()) {
                    link.once(statement);
                }
            }
            link.once("PRAGMA user_version = " + version);
            link.once("COMMIT");
        } catch (SQLException e) {
            link.once("ROLLBACK");
            throw e;
        }
    }

    private static String script(int version) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
