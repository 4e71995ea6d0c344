package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.FlagNames;
import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.ChangeSink;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * Tells what changed in a mailbox since a token, in the best of three ways that server and token
 * allow: the server knows all (QRESYNC); it knows the changed flags (CONDSTORE); it knows nothing
 * and everything is compared.
 */
final class ChangeStream {

    /** So many new messages are fetched without asking first which of them are still there. */
    private static final int UNASKED = 500;

    private final Dialogue dialogue;
    private final Features features;
    private final Selector selector;
    private final ChangeSink sink;

    ChangeStream(Dialogue dialogue, Features features, Selector selector, ChangeSink sink) {
        this.dialogue = dialogue;
        this.features = features;
        this.selector = selector;
        this.sink = sink;
    }

    SyncToken tell(String mailbox, Optional<SyncToken> since) throws IOException, MailException {
        Optional<ImapToken> token = since.flatMap(ImapToken::parse);
        SelectListener opened = selector.reopen(mailbox, token);
        Optional<ImapToken> usable = token.filter(t -> isUsable(t, opened));
        if (usable.isEmpty()) {
            return everything(token, opened.selection(), since.isPresent());
        }
        return resyncs(usable.get(), opened.selection())
                ? resync(usable.get(), opened)
                : compare(usable.get(), opened.selection());
    }

    private boolean isUsable(ImapToken token, SelectListener opened) {
        Selection now = opened.selection();
        if (!token.mayBeOf(now)) {
            return false;
        }
        return resyncs(token, now)
                ? token.uidNext() <= now.uidNext() && isPlausible(token, opened)
                : token.told().isPresent();
    }

    /** A server that forgot to tell of something gives itself away by its count. */
    private boolean isPlausible(ImapToken token, SelectListener opened) {
        Selection now = opened.selection();
        long gone = opened.vanished().intersect(before(token)).size();
        long most = token.count() + now.uidNext() - token.uidNext();
        boolean counted = token.count() != ImapToken.UNKNOWN;
        return gone(opened).size() <= mostIds()
                && (!counted || now.exists() >= token.count() - gone && now.exists() <= most);
    }

    private static boolean idsHold(ImapToken token, Selection now) {
        return token.mayBeOf(now) && token.uidNext() <= now.uidNext();
    }

    /** A HIGHESTMODSEQ that went back means that the server lost its memory. */
    private boolean resyncs(ImapToken token, Selection now) {
        return features.resync() && token.modSeq() > 0 && token.modSeq() <= now.modSeq();
    }

    private int mostIds() {
        return dialogue.limits().ids();
    }

    private static UidSet before(ImapToken token) {
        return UidSet.range(1, token.uidNext() - 1);
    }

    /**
     * Also what came and went since the token: it may have been told of by a session that ended
     * before it could give another token.
     */
    private static UidSet gone(SelectListener opened) {
        return opened.vanished().intersect(UidSet.range(1, opened.selection().uidNext() - 1));
    }

    /** The same where the server only tells what is there. */
    private void vanished(ImapToken token, UidSet before, UidSet present, Selection now)
            throws MailException {
        UidSet since = UidSet.range(token.uidNext(), now.uidNext() - 1);
        UidSet passed = since.minus(present);
        vanished(before.minus(present));
        if (passed.size() <= mostIds()) {
            vanished(passed);
        }
    }

    private SyncToken everything(Optional<ImapToken> token, Selection now, boolean again)
            throws IOException, MailException {
        if (token.filter(t -> idsHold(t, now)).isPresent()) {
            sink.retold();
        } else if (again) {
            sink.forgotten();
        }
        long exists = now.exists();
        FlagDigest digest = new FlagDigest();
        UidSet told = added(presence().all(now), digest);
        return token(now, told, told.size() == exists ? exists : ImapToken.UNKNOWN, digest);
    }

    private SyncToken resync(ImapToken token, SelectListener opened)
            throws IOException, MailException {
        Selection now = opened.selection();
        long count = token.count() == ImapToken.UNKNOWN ? ImapToken.UNKNOWN : now.exists();
        vanished(gone(opened));
        UidSet known = before(token);
        for (Fetched message : opened.changed()) {
            flags(message, known);
        }
        FlagDigest digest = new FlagDigest();
        UidSet told = added(arrived(token, now), digest);
        return token(now, told, count, digest);
    }

    private UidSet arrived(ImapToken token, Selection now) throws IOException, MailException {
        UidSet range = UidSet.range(token.uidNext(), now.uidNext() - 1);
        return range.size() <= UNASKED ? range : presence().among(range);
    }

    private SyncToken compare(ImapToken token, Selection now) throws IOException, MailException {
        UidSet before = token.told().orElse(UidSet.EMPTY);
        if (isUnchanged(token, before, now)) {
            return token.of(now.objectId()).format();
        }
        return token.modSeq() > 0 && token.modSeq() <= now.modSeq()
                ? compareMessages(token, before, now)
                : compareAll(token, before, now);
    }

    private SyncToken compareMessages(ImapToken token, UidSet before, Selection now)
            throws IOException, MailException {
        UidSet present = presence().all(now);
        vanished(token, before, present, now);
        UidSet kept = before.intersect(present);
        if (!kept.isEmpty()) {
            new FlagFetch(dialogue, message -> flags(message, kept))
                    .changed(kept.max(), token.modSeq());
        }
        FlagDigest digest = new FlagDigest();
        return token(
                now, kept.union(added(present.minus(before), digest)), ImapToken.UNKNOWN, digest);
    }

    /** A server that tells the flags of fewer than it says there are is asked once more. */
    private SyncToken compareAll(ImapToken token, UidSet before, Selection now)
            throws IOException, MailException {
        FlagScan scan = new FlagScan(dialogue).ask();
        UidSet flagged = scan.present();
        UidSet present =
                flagged.size() < now.exists() ? flagged.union(presence().all(now)) : flagged;
        vanished(token, before, present, now);
        UidSet kept = before.intersect(present);
        FlagDigest digest = new FlagDigest();
        scan.each(kept, digest::add);
        FlagDigest known = FlagDigest.parse(token.flags(), before);
        scan.each(kept, (uid, flags) -> tellUnlessKnown(uid, flags, digest.sameAround(uid, known)));
        return token(
                now, kept.union(added(present.minus(before), digest)), ImapToken.UNKNOWN, digest);
    }

    private void tellUnlessKnown(long uid, int flags, boolean known) throws MailException {
        if (!known) {
            sink.flags(Ids.id(uid), FlagNames.set(flags).orElseThrow());
        }
    }

    /**
     * With the same highest mod-sequence, next UID and count it is the same set (RFC 7162 §3.1).
     */
    private static boolean isUnchanged(ImapToken token, UidSet before, Selection now) {
        return now.modSeq() > 0
                && now.modSeq() == token.modSeq()
                && now.uidNext() == token.uidNext()
                && now.exists() == before.size();
    }

    private void vanished(UidSet uids) throws MailException {
        PrimitiveIterator.OfLong each = uids.iterator();
        while (each.hasNext()) {
            sink.vanished(Ids.id(each.nextLong()));
        }
    }

    private void flags(Fetched message, UidSet known) throws MailException {
        long uid = message.uid().orElse(0);
        if (message.flags().isPresent() && known.contains(uid)) {
            sink.flags(Ids.id(uid), message.flags().get());
        }
    }

    private UidSet added(UidSet uids, FlagDigest digest) throws IOException, MailException {
        return new HeaderFetch(dialogue, features, sink, digest).fetch(uids);
    }

    private Presence presence() {
        return new Presence(dialogue, features);
    }

    private SyncToken token(Selection now, UidSet told, long count, FlagDigest digest) {
        boolean serverRemembers = features.resync() && now.modSeq() > 0;
        return new ImapToken(
                        now.uidValidity(),
                        now.modSeq(),
                        Math.max(now.uidNext(), told.max() + 1),
                        serverRemembers ? Optional.empty() : Optional.of(told),
                        serverRemembers ? count : ImapToken.UNKNOWN,
                        now.modSeq() > 0 ? "" : digest.format(told),
                        now.objectId())
                .format();
    }
}
