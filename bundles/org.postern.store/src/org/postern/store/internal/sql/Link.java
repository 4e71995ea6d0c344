package org.postern.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection to the database with the statements made on it; for one thread at a time. */
public final class Link implements AutoCloseable {

    /** Does something with the row that a result stands on. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Makes something of the row that a result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Link(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does one statement.
     *
     * @param values long, int, boolean, String or byte[]
     * @return how many rows it changed
     */
    public int run(String sql, Object... values) throws SQLException {
        return asked(sql, values, PreparedStatement::executeUpdate);
    }

    /** Does a statement that is not worth keeping, such as one that makes a table. */
    public void once(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows that a question brings. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reader.read(row)), values);
        return all;
    }

    /** Visits all rows that a question brings, none of which is held. */
    public void each(String sql, RowVisitor visitor, Object... values) throws SQLException {
        asked(
                sql,
                values,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            visitor.visit(rows);
                        }
                    }
                    return null;
                });
    }

    /** The first row that a question brings. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values)
            throws SQLException {
        return asked(
                sql,
                values,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
                    }
                });
    }

    /** The only number that a question brings. */
    public long number(String sql, Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** A statement that failed is of no use any more: the driver may have closed it (full disk). */
    private <T> T asked(String sql, Object[] values, Asking<T> asking) throws SQLException {
        try {
            return asking.of(bound(sql, values));
        } catch (SQLException e) {
            drop(sql, e);
            throw e;
        }
    }

    private void drop(String sql, SQLException reason) {
        PreparedStatement dropped = statements.remove(sql);
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int place, Object value)
            throws SQLException {
        switch (value) {
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case Boolean truth -> statement.setInt(place, truth ? 1 : 0);
            case String text -> statement.setString(place, text);
            case byte[] bytes -> statement.setBytes(place, bytes);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
