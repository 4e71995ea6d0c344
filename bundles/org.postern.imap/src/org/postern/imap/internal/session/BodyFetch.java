package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.LiteralSink;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LiteralStream;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;
import org.postern.transport.BodySink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Streams whole messages from the wire to the sink, several commands under way at once. */
final class BodyFetch implements Listener {

    private static final int STEP = 50;
    private static final int DEPTH = 4;

    /** Commands. */
    private static final int SAMPLE = 2;

    /** A body that comes before its UID waits in memory up to this size. */
    private static final int MOST_HELD = 8 << 20;

    private final Dialogue dialogue;
    private final Compression compression;
    private final BodySink sink;
    private final Set<Long> owed = new HashSet<>();
    private OptionalLong only = OptionalLong.empty();
    private Optional<byte[]> held = Optional.empty();
    private boolean refused;
    private long bytes;

    BodyFetch(Dialogue dialogue, Compression compression, BodySink sink) {
        this.dialogue = dialogue;
        this.compression = compression;
        this.sink = sink;
    }

    /**
     * @param uids looked at as the commands go out
     */
    void fetch(Iterator<UidSet> uids) throws IOException, MailException {
        Iterator<UidSet> pieces = new Pieces(uids, STEP);
        if (compression.isOpen()) {
            sample(pieces);
        }
        run(pieces, DEPTH);
        if (refused) {
            fetchAlone(owed());
        }
    }

    /** The first of many messages show how fast the link is. */
    private void sample(Iterator<UidSet> pieces) throws IOException, MailException {
        List<UidSet> some = new ArrayList<>();
        while (some.size() < SAMPLE && pieces.hasNext()) {
            some.add(pieces.next());
        }
        long begun = compression.now();
        run(some.iterator(), DEPTH);
        if (pieces.hasNext()) {
            compression.measured(bytes, begun);
        }
    }

    /** One message that cannot be had must not keep those behind it away. */
    private void fetchAlone(UidSet missing) throws IOException, MailException {
        Iterator<UidSet> each = missing.newestFirst(1, 1);
        while (each.hasNext()) {
            UidSet one = each.next();
            only = OptionalLong.of(one.max());
            run(List.of(one).iterator(), 1);
        }
    }

    private void run(Iterator<UidSet> pieces, int depth) throws IOException, MailException {
        Iterator<Command> commands =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return pieces.hasNext();
                    }

                    @Override
                    public Command next() {
                        UidSet piece = pieces.next();
                        piece.iterator().forEachRemaining((long uid) -> owed.add(uid));
                        return Fetch.bodies(piece);
                    }
                };
        dialogue.pipeline(commands, depth, this, this::ended);
    }

    private void ended(Command command, Completion completion) {
        refused |= !completion.ok();
    }

    @Override
    public LiteralSink bodies() {
        return this::take;
    }

    private void take(OptionalLong uid, LiteralStream body) throws IOException, MailException {
        bytes += body.size();
        OptionalLong known = uid.isPresent() ? uid : only;
        if (known.isEmpty()) {
            hold(body);
            return;
        }
        try {
            deliver(known.getAsLong(), body);
        } catch (IOException broken) {
            if (body.failed()) {
                throw broken;
            }
            throw storage(broken);
        }
    }

    private void hold(LiteralStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_HELD);
        boolean whole = body.read() < 0;
        held = whole ? Optional.of(bytes) : Optional.empty();
        refused |= !whole;
    }

    @Override
    public boolean heard(Response response) throws MailException {
        if (!(response instanceof Fetched message)) {
            return false;
        }
        if (held.isPresent() && message.uid().isPresent()) {
            byte[] bytes = held.get();
            held = Optional.empty();
            deliverHeld(message.uid().getAsLong(), bytes);
        }
        return message.flags().isEmpty();
    }

    private void deliverHeld(long uid, byte[] bytes) throws MailException {
        try {
            deliver(uid, new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw storage(broken);
        }
    }

    private void deliver(long uid, InputStream bytes) throws IOException, MailException {
        if (owed.remove(uid)) {
            sink.body(Ids.id(uid), bytes);
        }
    }

    private UidSet owed() {
        UidSetBuilder set = new UidSetBuilder();
        owed.forEach(set::add);
        return set.build();
    }

    private static MailException storage(IOException broken) {
        return new MailException(
                new Failure.LocalStorage(
                        "a message that was fetched", String.valueOf(broken.getMessage())),
                broken);
    }
}
