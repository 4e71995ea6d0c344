package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.store.MailStore.Action;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link EventWriter} wrote. */
public final class EventReader {

    private static final Flag[] FLAGS = Flag.values();

    private final ByteBuffer in;

    private EventReader(byte[] record) {
        in = ByteBuffer.wrap(record);
    }

    /**
     * @throws DamagedFile when a sound record holds something that this version does not know
     */
    public static Event read(byte[] record) throws DamagedFile {
        try {
            return new EventReader(record).event();
        } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException e) {
            throw new DamagedFile("a journal record cannot be read: " + e, e);
        }
    }

    private Event event() {
        return switch (in.get()) {
            case 'C' -> committed();
            case 'B' -> new Event.BodyStored(new MessageId(in.getLong()), in.getLong(), instant());
            case 'I' -> intended();
            case 'S' -> new Event.Settled(in.getLong());
            case 'O' -> new Event.BackedOut(in.getLong());
            case 'E' -> new Event.SnapshotEnd(in.getLong());
            default -> throw unknown();
        };
    }

    private Event committed() {
        boolean forgetAll = bool();
        boolean hasToken = bool();
        String token = text();
        List<Event.Change> changes = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            changes.add(change());
        }
        return new Event.Committed(
                forgetAll, changes, hasToken ? Optional.of(token) : Optional.empty());
    }

    private Event.Change change() {
        return switch (in.get()) {
            case 'a' -> new Event.Change.Added(entry());
            case 'f' -> new Event.Change.Flagged(text(), flags());
            case 'r' -> new Event.Change.Removed(text());
            case 'k' -> new Event.Change.Kept(text());
            default -> throw unknown();
        };
    }

    private Entry entry() {
        MessageRow row =
                new MessageRow(
                        new MessageId(in.getLong()),
                        new MailboxId(in.getLong()),
                        text(),
                        flags(),
                        new MailAddress(text(), text()),
                        text(),
                        instant(),
                        in.getLong(),
                        bool(),
                        bool());
        return new Entry(row, block(), instant(), bool());
    }

    private Event intended() {
        long number = in.getLong();
        List<String> remoteIds = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            remoteIds.add(text());
        }
        return new Event.Intended(number, remoteIds, action());
    }

    private Action action() {
        return switch (in.get()) {
            case 'f' -> new Action.SetFlags(flags(), flags());
            case 'd' -> new Action.Delete();
            case 'm' -> new Action.Move(text());
            default -> throw unknown();
        };
    }

    private Set<Flag> flags() {
        int bits = in.getInt();
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : FLAGS) {
            if ((bits & 1 << flag.ordinal()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private boolean bool() {
        return in.get() != 0;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    private String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    private byte[] block() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] block = new byte[length];
        in.get(block);
        return block;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("an unknown kind of record");
    }
}
