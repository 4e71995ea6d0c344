package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.store.MailStore.Action;
import org.postern.store.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that happened to a mailbox; one record of its journal. */
public sealed interface Event {

    /** A batch was committed. */
    record Committed(boolean forgetAll, List<Change> changes, Optional<String> token)
            implements Event {
        public Committed {
            changes = List.copyOf(changes);
        }
    }

    record BodyStored(MessageId message, long size, Instant at) implements Event {}

    record Intended(long number, List<String> remoteIds, Action action) implements Event {
        public Intended {
            remoteIds = List.copyOf(remoteIds);
        }
    }

    record Settled(long number) implements Event {}

    record BackedOut(long number) implements Event {}

    /**
     * The last record of a snapshot; one without it is not whole.
     *
     * @param journal the number of the journal that goes on from it
     */
    record SnapshotEnd(long journal) implements Event {}

    /** A part of {@link Committed}. */
    sealed interface Change {

        /** A message that is there already gets the flags only. */
        record Added(Entry entry) implements Change {}

        record Flagged(String remoteId, Set<Flag> flags) implements Change {
            public Flagged {
                flags = Set.copyOf(flags);
            }
        }

        record Removed(String remoteId) implements Change {}

        record Kept(String remoteId) implements Change {}
    }
}
