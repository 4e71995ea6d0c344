package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.FlagNames;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;

import java.io.IOException;
import java.util.Arrays;

/**
 * Asks for the flags of all messages, which tells at the same time which there are: all that a
 * server without mod-sequences can be asked. Eight bytes a message are kept.
 */
final class FlagScan implements Listener {

    private static final int FLAG_BITS = 8;
    private static final int ORDER_BITS = 22;

    private final Dialogue dialogue;
    private final Tally kept;

    /** UID, order and flags of each answer, so that sorting brings the last word about one last. */
    private long[] rows = new long[1024];

    private int count;
    private boolean ascending = true;

    FlagScan(Dialogue dialogue) {
        this.dialogue = dialogue;
        int most = Math.min(dialogue.limits().ids(), 1 << ORDER_BITS);
        this.kept = new Tally(most, "flags of messages");
    }

    FlagScan ask() throws IOException, MailException {
        dialogue.require(Fetch.allFlags(), this);
        if (!ascending) {
            Arrays.sort(rows, 0, count);
        }
        return this;
    }

    @Override
    public boolean heard(Response response) throws LimitReached {
        if (!(response instanceof Fetched message)) {
            return false;
        }
        if (message.uid().isPresent() && message.flags().isPresent()) {
            add(message.uid().getAsLong(), FlagNames.bits(message.flags().get()));
        }
        return true;
    }

    private void add(long uid, int flags) throws LimitReached {
        kept.add(1);
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count] = (uid << ORDER_BITS | count) << FLAG_BITS | flags;
        ascending &= count == 0 || uid(count - 1) < uid;
        count++;
    }

    private long uid(int row) {
        return rows[row] >>> ORDER_BITS + FLAG_BITS;
    }

    /** The messages that were told of. */
    UidSet present() {
        UidSetBuilder set = new UidSetBuilder();
        for (int row = 0; row < count; row++) {
            if (isLastWord(row)) {
                set.add(uid(row));
            }
        }
        return set.build();
    }

    private boolean isLastWord(int row) {
        return row + 1 == count || uid(row + 1) != uid(row);
    }

    /** Those of them that are in that set, ascending, each with its flags. */
    void each(UidSet wanted, Taker taker) throws MailException {
        for (int row = 0; row < count; row++) {
            if (isLastWord(row) && wanted.contains(uid(row))) {
                taker.take(uid(row), (int) (rows[row] & (1 << FLAG_BITS) - 1));
            }
        }
    }

    /** Hears the flags of one message, as bits. */
    @FunctionalInterface
    interface Taker {
        void take(long uid, int flags) throws MailException;
    }
}
