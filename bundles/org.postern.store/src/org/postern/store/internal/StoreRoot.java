package org.postern.store.internal;

import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;
import org.postern.store.internal.pack.PackFolder;
import org.postern.store.internal.sql.Database;
import org.postern.store.internal.sql.Link;
import org.postern.store.internal.sql.Schema;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** A store that is open: lock, database, packs, what is kept in memory, and who listens. */
public final class StoreRoot implements AutoCloseable {

    static final String DATABASE = "mail.db";

    private static final Logger LOG = System.getLogger(StoreRoot.class.getName());

    /** Something to be done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    private final Path folder;
    private final Setup setup;
    private final StoreLock lock;
    private final Database database;
    private final Packs packs;
    private final Numbers numbers;
    private final Mailboxes mailboxes;
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Housekeeper housekeeper;
    private boolean closed;

    private StoreRoot(Path folder, Setup setup, StoreLock lock, Database database)
            throws SQLException, IOException {
        this.folder = folder;
        this.setup = setup;
        this.lock = lock;
        this.database = database;
        this.packs =
                new Packs(
                        new PackFolder(folder.resolve("packs"), setup.steps()), setup.packLimit());
        this.numbers = Numbers.read(database.writer());
        this.mailboxes = Mailboxes.load(database.writer());
        this.housekeeper = new Housekeeper(this);
    }

    /**
     * Opens the store in that folder, which is made when it is not there. Files of the time before
     * there was a database are left alone.
     */
    public static StoreRoot open(Path folder, Setup setup) throws MailException {
        try {
            AtomicFile.privateFolder(folder);
            if (Files.exists(folder.resolve("format"))) {
                LOG.log(Logger.Level.INFO, Messages.format("store.old", folder));
            }
            StoreLock lock = StoreLock.take(folder);
            try {
                return open(folder, setup, lock);
            } catch (SQLException | IOException | MailException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw Failures.opening(folder, e);
        }
    }

    private static StoreRoot open(Path folder, Setup setup, StoreLock lock)
            throws SQLException, IOException, MailException {
        List<String> problems = new ArrayList<>();
        Database database;
        try {
            database = Opening.database(folder, setup.clock(), problems);
        } catch (Schema.Newer e) {
            String sentence = Messages.format("store.newer", folder, e.version());
            throw new MailException(new Failure.LocalStorage(sentence, e.getMessage()));
        }
        try {
            StoreRoot root = new StoreRoot(folder, setup, lock, database);
            root.problems.addAll(problems);
            root.settle();
            return root;
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void settle() throws SQLException, IOException {
        Losses losses = new Losses(this);
        for (Map.Entry<Long, Long> pack : packs.settle(database.writer()).entrySet()) {
            losses.cutOff(pack.getKey(), pack.getValue()).ifPresent(problems::add);
        }
    }

    /** Does something in one transaction; durable when it returns, not done when it throws. */
    <T> T write(Work<T> work) throws SQLException, IOException {
        writing.lock();
        try {
            if (closed) {
                throw new IOException("the store is closed");
            }
            Transaction transaction = new Transaction(database.writer(), numbers, mailboxes);
            T result = committed(work, transaction);
            transaction.publish().forEach(this::tell);
            if (transaction.released()) {
                housekeeper.roomBecameFree();
            }
            return result;
        } finally {
            writing.unlock();
        }
    }

    private <T> T committed(Work<T> work, Transaction transaction)
            throws SQLException, IOException {
        Link link = transaction.link();
        setup.steps().before("db.begin");
        link.run("BEGIN IMMEDIATE");
        try {
            T result = work.in(transaction);
            setup.steps().before("db.finish");
            transaction.finish();
            setup.steps().before("db.commit");
            link.run("COMMIT");
            return result;
        } catch (SQLException | IOException | RuntimeException e) {
            rollBack(link, e);
            throw e;
        }
    }

    private static void rollBack(Link link, Exception reason) {
        try {
            link.run("ROLLBACK");
        } catch (SQLException e) { // a full disk may have rolled it back already
            reason.addSuppressed(e);
        }
    }

    /** Something to be done with the database standing still. */
    interface Quiet<T> {
        T with(Link link) throws SQLException;
    }

    <T> T quietly(Quiet<T> question) throws SQLException {
        writing.lock();
        try {
            return question.with(database.writer());
        } finally {
            writing.unlock();
        }
    }

    void tell(StoreChange change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    /** Asks for something that is committed; empty when the store is closed. */
    <T> Optional<T> ask(Database.Question<T> question) throws SQLException {
        return database.ask(question);
    }

    Path folder() {
        return folder;
    }

    Setup setup() {
        return setup;
    }

    Packs packs() {
        return packs;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    Numbers numbers() {
        return numbers;
    }

    Housekeeper housekeeper() {
        return housekeeper;
    }

    public List<StoreListener> listeners() {
        return listeners;
    }

    /** Sentences about what was found damaged. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        housekeeper.close();
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                packs.close();
                database.close();
                lock.close();
            }
        } catch (SQLException | IOException e) {
            LOG.log(Logger.Level.WARNING, "closing the store", e);
        } finally {
            writing.unlock();
        }
    }
}
