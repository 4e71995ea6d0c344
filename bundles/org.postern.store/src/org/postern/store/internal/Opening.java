package org.postern.store.internal;

import org.postern.core.AtomicFile;
import org.postern.store.internal.sql.Database;
import org.postern.store.internal.sql.Schema;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Opens the database, or sets one aside that cannot be read. */
final class Opening {

    private Opening() {}

    /**
     * @param problems gets a sentence when the database was set aside
     */
    static Database database(Path folder, Clock clock, List<String> problems)
            throws SQLException, IOException, Schema.Newer {
        Path file = folder.resolve(StoreRoot.DATABASE);
        try {
            return Database.open(file);
        } catch (SQLException e) {
            if (!unreadable(e)) {
                throw e;
            }
            Path aside = setAside(folder);
            problems.add(Messages.format("store.damaged", folder, e.getMessage(), aside));
            return begun(file, clock);
        }
    }

    static boolean unreadable(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    /** The packs go with the database, for only it knows what lies where. */
    private static Path setAside(Path folder) throws IOException {
        for (String rest : List.of("-wal", "-shm")) {
            Path file = folder.resolve(StoreRoot.DATABASE + rest);
            if (Files.exists(file)) {
                AtomicFile.setAside(file, "damaged");
            }
        }
        if (Files.exists(folder.resolve("packs"))) {
            AtomicFile.setAside(folder.resolve("packs"), "damaged");
        }
        return AtomicFile.setAside(folder.resolve(StoreRoot.DATABASE), "damaged");
    }

    /**
     * The numbers go on at the time of day, which is beyond any that the lost one can have given.
     */
    private static Database begun(Path file, Clock clock)
            throws SQLException, IOException, Schema.Newer {
        Database database = Database.open(file);
        database.writer().run("UPDATE counter SET last = ?", clock.millis() * 1_000);
        return database;
    }
}
