package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.FlagNames;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteMessage;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Fetches what a list shows, newest first, several commands under way at once. A message that the
 * server leaves out though it is there is asked for alone, and told bare when even that fails: one
 * that the server cannot render must not be missing, nor keep the others away.
 */
final class HeaderFetch implements Listener {

    private static final int FIRST_STEP = 100;
    private static final int STEP = 4_000;
    private static final int DEPTH = 3;
    private static final int DEPTH_ALONE = 16;

    /** Headers of the largest size whose message still lacks its flags or size. */
    private static final long MOST_HELD = 64;

    private final Tally held;
    private final Dialogue dialogue;
    private final Presence presence;
    private final ChangeSink sink;
    private final FlagDigest digest;
    private final Map<Long, Fetched> owed = new HashMap<>();
    private final UidSetBuilder told = new UidSetBuilder();
    private UidSet wanted = UidSet.EMPTY;

    /**
     * @param digest learns the flags that are told
     */
    HeaderFetch(Dialogue dialogue, Features features, ChangeSink sink, FlagDigest digest) {
        long most = MOST_HELD * dialogue.limits().kept();
        this.held = new Tally(most, "bytes of headers without their flags");
        this.dialogue = dialogue;
        this.presence = new Presence(dialogue, features);
        this.sink = sink;
        this.digest = digest;
    }

    /**
     * @return those that were told to the sink
     */
    UidSet fetch(UidSet uids) throws IOException, MailException {
        wanted = uids;
        run(uids, FIRST_STEP, STEP, DEPTH);
        if (!owed.isEmpty()) {
            fetchAlone(presence.among(owed()));
        }
        return told.build();
    }

    private void run(UidSet uids, int first, int step, int depth)
            throws IOException, MailException {
        dialogue.pipeline(commands(uids, first, step), depth, this, HeaderFetch::ended);
    }

    /** However it ended: what was not answered is still owed. */
    private static void ended(Command command, Completion completion) {}

    private Iterator<Command> commands(UidSet uids, int first, int step) {
        Iterator<UidSet> pieces = uids.newestFirst(first, step);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pieces.hasNext();
            }

            @Override
            public Command next() {
                UidSet piece = pieces.next();
                piece.iterator()
                        .forEachRemaining((long uid) -> owed.putIfAbsent(uid, Fetched.nothing()));
                return Fetch.headers(piece);
            }
        };
    }

    private void fetchAlone(UidSet there) throws IOException, MailException {
        owed.keySet().removeIf(uid -> !there.contains(uid));
        run(there, 1, 1, DEPTH_ALONE);
        for (Map.Entry<Long, Fetched> bare : owed.entrySet()) {
            tell(bare.getKey(), bare.getValue());
        }
        owed.clear();
    }

    private UidSet owed() {
        UidSetBuilder set = new UidSetBuilder();
        owed.keySet().forEach(set::add);
        return set.build();
    }

    @Override
    public boolean heard(Response response) throws LimitReached, MailException {
        return response instanceof Fetched message
                && message.uid().isPresent()
                && wanted.contains(message.uid().getAsLong())
                && heard(message.uid().getAsLong(), message);
    }

    private boolean heard(long uid, Fetched message) throws LimitReached, MailException {
        Fetched before = owed.get(uid);
        if (before == null) {
            return isFlagChange(uid, message);
        }
        Fetched now = before.and(message);
        held.remove(cost(before));
        if (isComplete(now)) {
            owed.remove(uid);
            tell(uid, now);
        } else {
            held.add(cost(now));
            owed.put(uid, now);
        }
        return true;
    }

    private static int cost(Fetched message) {
        return message.headers().map(bytes -> bytes.length).orElse(0);
    }

    /** Somebody else set a flag while we read. */
    private boolean isFlagChange(long uid, Fetched message) throws MailException {
        if (message.flags().isPresent()) {
            sink.flags(Ids.id(uid), message.flags().get());
        }
        return true;
    }

    private static boolean isComplete(Fetched message) {
        return message.headers().isPresent()
                && message.flags().isPresent()
                && message.size().isPresent();
    }

    private void tell(long uid, Fetched message) throws MailException {
        told.add(uid);
        digest.add(uid, FlagNames.bits(message.flags().orElse(Set.of())));
        sink.added(
                new RemoteMessage(
                        Ids.id(uid),
                        message.flags().orElse(Set.of()),
                        message.size().orElse(0),
                        message.received(),
                        message.headers().orElse(new byte[0])));
    }
}
