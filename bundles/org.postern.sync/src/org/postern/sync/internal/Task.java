package org.postern.sync.internal;

import org.postern.sync.Activity.Kind;
import org.postern.sync.Progress;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** A part of some work and how far it is. Safe for several threads that count at once. */
public final class Task {

    private static final long MEGABYTE = 1_000_000;

    private final Work work;
    private final Kind kind;
    private final Optional<String> mailbox;
    private final long messages;
    private final long bytes;
    private final LongAdder messagesDone = new LongAdder();
    private final LongAdder bytesDone = new LongAdder();

    /**
     * @param messages how many there are to do; 0 when nobody knows
     * @param bytes how many there are to do; 0 when nobody knows
     */
    Task(Work work, Kind kind, Optional<String> mailbox, long messages, long bytes) {
        this.work = work;
        this.kind = kind;
        this.mailbox = mailbox;
        this.messages = messages;
        this.bytes = bytes;
    }

    /** So much more is done. Costs next to nothing. */
    public void did(long moreMessages, long moreBytes) {
        messagesDone.add(moreMessages);
        bytesDone.add(moreBytes);
        work.progressed(this, moreMessages > 0 && messagesDone.sum() == messages);
    }

    Kind kind() {
        return kind;
    }

    Optional<String> mailbox() {
        return mailbox;
    }

    Progress messages() {
        return new Progress(messagesDone.sum(), messages);
    }

    Progress bytes() {
        return new Progress(bytesDone.sum(), bytes);
    }

    /** For a person. */
    String text() {
        long done = messagesDone.sum();
        return switch (kind) {
            case CONNECTING -> Messages.format("activity.connect");
            case SENDING -> Messages.format("activity.replay");
            case MAILBOXES -> Messages.format("activity.mailboxes");
            case LISTING -> Messages.format("activity.list", mailbox.orElse(""), done);
            case FETCHING -> fetching(done);
            case OPENING -> Messages.format("activity.fetch");
            case REMOVING -> Messages.format("activity.removal");
            case CHECKING -> Messages.format("activity.check");
            case INDEXING -> Messages.format("activity.index");
        };
    }

    private String fetching(long done) {
        String where = mailbox.orElse("");
        return bytes < MEGABYTE
                ? Messages.format("activity.bodies", where, done, messages)
                : Messages.format(
                        "activity.bodiesAndBytes",
                        where,
                        done,
                        messages,
                        megabytes(bytesDone.sum()),
                        megabytes(bytes));
    }

    private static double megabytes(long bytes) {
        return (double) bytes / MEGABYTE;
    }
}
