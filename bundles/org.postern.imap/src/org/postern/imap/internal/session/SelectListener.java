package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.Exists;
import org.postern.imap.internal.response.Expunged;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.imap.internal.response.Vanished;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what the server tells of a mailbox while it is opened (RFC 9051 §6.3.2, RFC 7162). */
final class SelectListener implements Listener {

    private final String mailbox;
    private final boolean modSeqs;
    private final Tally kept;
    private final List<Fetched> changed = new ArrayList<>();
    private UidSetBuilder vanished = new UidSetBuilder();
    private long exists;
    private long uidValidity;
    private long uidNext;
    private long modSeq;
    private Optional<String> objectId = Optional.empty();
    private Selection selection;

    /**
     * @param most changes that it keeps
     * @param modSeqs whether the server promises that mod-sequences can be asked for
     */
    SelectListener(String mailbox, int most, boolean modSeqs) {
        this.mailbox = mailbox;
        this.modSeqs = modSeqs;
        this.kept = new Tally(most, "changes of a mailbox");
    }

    @Override
    public boolean heard(Response response) throws LimitReached {
        switch (response) {
            case Exists now -> exists = now.count();
            case Vanished gone -> keep(gone);
            case Fetched message -> keep(message);
            case Expunged one -> exists = Math.max(0, exists - 1);
            case Condition condition -> {
                condition.code().ifPresent(this::take);
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void keep(Vanished gone) throws LimitReached {
        kept.add(gone.uids().ranges());
        vanished.addAll(gone.uids());
    }

    private void keep(Fetched message) throws LimitReached {
        kept.add(1);
        changed.add(message.withoutHeaders());
    }

    private void take(ResponseCode code) {
        switch (code.name()) {
            case "UIDVALIDITY" -> uidValidity = code.uid();
            case "UIDNEXT" -> uidNext = code.uid();
            case "HIGHESTMODSEQ" -> modSeq = modSeqs ? code.number().orElse(0) : 0;
            case "NOMODSEQ" -> modSeq = 0;
            case "MAILBOXID" -> objectId = code.objectId();
            case "CLOSED" -> forgetMailboxBefore();
            default -> {
                // flags, permissions and the like: the next command tells
            }
        }
    }

    /** What came before this was news about the mailbox that was open until now. */
    private void forgetMailboxBefore() {
        changed.clear();
        vanished = new UidSetBuilder();
        exists = 0;
        uidNext = 0;
        uidValidity = 0;
        modSeq = 0;
        objectId = Optional.empty();
    }

    void opened(boolean readWrite) {
        selection =
                new Selection(mailbox, readWrite, uidValidity, uidNext, modSeq, objectId, exists);
    }

    /** The mailbox as it was opened. */
    Selection selection() {
        return selection;
    }

    /** Messages that changed since the token, new ones among them. */
    List<Fetched> changed() {
        return changed;
    }

    /** Messages that are gone since the token. */
    UidSet vanished() {
        return vanished.build();
    }
}
