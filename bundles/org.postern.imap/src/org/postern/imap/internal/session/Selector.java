package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Leave;
import org.postern.imap.internal.command.ListMailboxes;
import org.postern.imap.internal.command.Select;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.MailboxEntry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens mailboxes, and sees to it that ids of one are never used on another of the same name. */
final class Selector {

    private final Dialogue dialogue;
    private final Features features;
    private final Map<String, Selection> told = new HashMap<>();

    Selector(Dialogue dialogue, Features features) {
        this.dialogue = dialogue;
        this.features = features;
    }

    /** Has the mailbox open; does nothing when it is. */
    Selection ensure(String mailbox, boolean readWrite) throws IOException, MailException {
        Optional<Selection> open =
                dialogue.told()
                        .selection()
                        .filter(s -> s.mailbox().equals(mailbox))
                        .filter(s -> s.readWrite() || !readWrite)
                        .filter(this::isAsTold);
        if (open.isPresent()) {
            return open.get();
        }
        Selection anew = open(mailbox, readWrite, parameters(Optional.empty())).selection();
        if (!isAsTold(anew)) {
            throw refused("the mailbox was made anew; its old messages are not known any more");
        }
        if (readWrite && !anew.readWrite()) {
            throw refused("the mailbox is read-only");
        }
        return anew;
    }

    /** Has no mailbox open. */
    void leave() throws IOException, MailException {
        Optional<Selection> open = dialogue.told().selection();
        if (open.isPresent() && !features.has("UNSELECT") && open.get().readWrite()) {
            look(open.get().mailbox());
        }
        if (open.isPresent()) {
            boolean unselects = features.has("UNSELECT");
            dialogue.require(unselects ? Leave.unselect() : Leave.close(), Listener.NOBODY);
            dialogue.told().selection(Optional.empty());
        }
    }

    /** Some servers (Courier) put nothing into a mailbox that is open for reading only. */
    void leaveReadOnly(String mailbox) throws IOException, MailException {
        Optional<Selection> open = dialogue.told().selection();
        if (open.filter(s -> s.mailbox().equals(mailbox) && !s.readWrite()).isPresent()) {
            leave();
        }
    }

    private boolean isAsTold(Selection open) {
        return told.getOrDefault(open.mailbox(), open).uidValidity() == open.uidValidity();
    }

    /** Opens it for its counters, even if it is open. */
    Selection look(String mailbox) throws IOException, MailException {
        return open(mailbox, false, parameters(Optional.empty())).selection();
    }

    /** Opens it for its changes to be told, even if it is open. */
    SelectListener reopen(String mailbox, Optional<ImapToken> since)
            throws IOException, MailException {
        boolean readWrite =
                dialogue.told()
                        .selection()
                        .filter(s -> s.mailbox().equals(mailbox))
                        .filter(Selection::readWrite)
                        .isPresent();
        SelectListener opened = open(mailbox, readWrite, parameters(since));
        told.put(mailbox, opened.selection());
        return opened;
    }

    private String parameters(Optional<ImapToken> since) {
        Optional<ImapToken> resync = since.filter(t -> features.resync() && t.modSeq() > 0);
        if (resync.isPresent()) {
            return Select.since(resync.get().uidValidity(), resync.get().modSeq());
        }
        return features.modSeq() ? Select.withModSeq() : "";
    }

    private SelectListener open(String mailbox, boolean readWrite, String parameters)
            throws IOException, MailException {
        SelectListener listener =
                new SelectListener(mailbox, dialogue.limits().ids(), features.modSeq());
        Completion completion =
                dialogue.run(Select.mailbox(mailbox, readWrite, parameters), listener);
        dialogue.told().selection(Optional.empty());
        if (!completion.ok()) {
            throw cannotOpen(mailbox, completion);
        }
        listener.opened(readWrite && !completion.says("READ-ONLY"));
        if (listener.selection().uidValidity() == 0) {
            throw refused("the server does not tell a UIDVALIDITY");
        }
        dialogue.told().selection(Optional.of(listener.selection()));
        return listener;
    }

    private MailException cannotOpen(String mailbox, Completion completion)
            throws IOException, MailException {
        boolean missing =
                completion.says("NONEXISTENT")
                        || completion.says("TRYCREATE")
                        || completion.code().isEmpty() && !isListed(mailbox);
        return missing
                ? new MailException(new Failure.NoSuchMailbox(MailboxNames.shown(mailbox)))
                : refused(completion.text());
    }

    /** Many servers refuse without a code: then a second question tells. */
    private boolean isListed(String mailbox) throws IOException, MailException {
        boolean[] listed = new boolean[1];
        dialogue.run(
                ListMailboxes.one(mailbox),
                response -> response instanceof MailboxEntry entry && (listed[0] |= exists(entry)));
        return listed[0];
    }

    private static boolean exists(MailboxEntry entry) {
        return !entry.has("\\nonexistent");
    }

    private MailException refused(String text) {
        return new MailException(dialogue.failures().refused("SELECT", text));
    }
}
