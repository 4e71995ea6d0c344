package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.NewMessage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects changes until they become one transaction. */
public final class ChangeBatch implements MailStore.Batch {

    private final StoreRoot root;
    private final Mailbox mailbox;
    private final List<Change> changes = new ArrayList<>();
    private final long begun;
    private boolean forgetAll;

    /** A part of a batch. */
    @FunctionalInterface
    private interface Change {
        void on(MailboxEdit edit) throws SQLException;
    }

    ChangeBatch(StoreRoot root, Mailbox mailbox) {
        this.root = root;
        this.mailbox = mailbox;
        this.begun = root.numbers().last();
    }

    @Override
    public void forgetAll() {
        forgetAll = true;
        changes.clear();
    }

    @Override
    public void add(NewMessage message) {
        changes.add(edit -> edit.add(message));
    }

    @Override
    public void addOnce(NewMessage message) {
        changes.add(edit -> edit.addOnce(message));
    }

    @Override
    public void addOrRename(NewMessage message) {
        changes.add(edit -> edit.addOrRename(message));
    }

    @Override
    public void flags(String remoteId, Set<Flag> flags) {
        changes.add(edit -> edit.flags(remoteId, flags));
    }

    @Override
    public void remove(String remoteId) {
        changes.add(edit -> edit.remove(remoteId));
    }

    @Override
    public void keep(String remoteId) {
        changes.add(edit -> edit.keep(remoteId));
    }

    @Override
    public int size() {
        return changes.size() + (forgetAll ? 1 : 0);
    }

    @Override
    public void commit(Optional<String> token) throws MailException {
        if (size() == 0 && token.isEmpty()) {
            return;
        }
        try {
            root.write(transaction -> all(transaction.edit(mailbox), token));
        } catch (SQLException | IOException e) {
            throw Failures.writing(e);
        }
        close();
    }

    private MailboxEdit all(MailboxEdit edit, Optional<String> token) throws SQLException {
        if (forgetAll) {
            edit.forgetAll();
        }
        for (Change change : changes) {
            change.on(edit);
        }
        if (token.isPresent()) {
            edit.token(token.get());
            edit.expectations().arrived(begun);
        }
        return edit;
    }

    @Override
    public void close() {
        forgetAll = false;
        changes.clear();
    }
}
