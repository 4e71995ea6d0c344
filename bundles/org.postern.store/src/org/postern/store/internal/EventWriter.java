package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.store.MailStore.Action;
import org.postern.store.MessageRow;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Turns an {@link Event} into the bytes that {@link EventReader} reads. */
public final class EventWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private EventWriter() {}

    public static byte[] bytes(Event event) {
        EventWriter writer = new EventWriter();
        try {
            writer.event(event);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory does not fail", e);
        }
        return writer.bytes.toByteArray();
    }

    private void event(Event event) throws IOException {
        switch (event) {
            case Event.Committed e -> committed(e);
            case Event.BodyStored e -> {
                out.writeByte('B');
                out.writeLong(e.message().value());
                out.writeLong(e.size());
                instant(e.at());
            }
            case Event.Intended e -> intended(e);
            case Event.Settled e -> numbered('S', e.number());
            case Event.BackedOut e -> numbered('O', e.number());
            case Event.SnapshotEnd e -> numbered('E', e.journal());
        }
    }

    private void numbered(char kind, long number) throws IOException {
        out.writeByte(kind);
        out.writeLong(number);
    }

    private void committed(Event.Committed e) throws IOException {
        out.writeByte('C');
        out.writeBoolean(e.forgetAll());
        out.writeBoolean(e.token().isPresent());
        text(e.token().orElse(""));
        out.writeInt(e.changes().size());
        for (Event.Change change : e.changes()) {
            change(change);
        }
    }

    private void change(Event.Change change) throws IOException {
        switch (change) {
            case Event.Change.Added c -> {
                out.writeByte('a');
                entry(c.entry());
            }
            case Event.Change.Flagged c -> {
                out.writeByte('f');
                text(c.remoteId());
                flags(c.flags());
            }
            case Event.Change.Removed c -> {
                out.writeByte('r');
                text(c.remoteId());
            }
            case Event.Change.Kept c -> {
                out.writeByte('k');
                text(c.remoteId());
            }
        }
    }

    private void entry(Entry entry) throws IOException {
        MessageRow row = entry.row();
        out.writeLong(row.id().value());
        out.writeLong(row.mailbox().value());
        text(row.remoteId());
        flags(row.flags());
        text(row.from().name());
        text(row.from().address());
        text(row.subject());
        instant(row.date());
        out.writeLong(row.size());
        out.writeBoolean(row.attachments());
        out.writeBoolean(row.complete());
        block(entry.headers());
        instant(entry.storedAt());
        out.writeBoolean(entry.onServer());
    }

    private void intended(Event.Intended e) throws IOException {
        numbered('I', e.number());
        out.writeInt(e.remoteIds().size());
        for (String remoteId : e.remoteIds()) {
            text(remoteId);
        }
        switch (e.action()) {
            case Action.SetFlags a -> {
                out.writeByte('f');
                flags(a.add());
                flags(a.remove());
            }
            case Action.Delete a -> out.writeByte('d');
            case Action.Move a -> {
                out.writeByte('m');
                text(a.target());
            }
        }
    }

    private void flags(Set<Flag> flags) throws IOException {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= 1 << flag.ordinal();
        }
        out.writeInt(bits);
    }

    private void instant(Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private void text(String text) throws IOException {
        block(text.getBytes(StandardCharsets.UTF_8));
    }

    private void block(byte[] block) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }
}
