package org.postern.ui.internal.list;

import org.postern.store.MailThread;
import org.postern.store.MessageId;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a list shows: which message stands on which line, as it was at one moment. In threads, a
 * closed one is a line for its newest message, and an open one a line for each of them. Immutable;
 * costs a few bytes for each line, whatever stands in the messages.
 */
public final class Listing {

    /** No lines. */
    public static final Listing EMPTY = of(new long[0]);

    private static final int CLOSED = -1;

    private final long[] ids;
    private final List<MailThread> threads;
    private final int[] threadOf;
    private final int[] entryOf;

    private Listing(long[] ids, List<MailThread> threads, int[] threadOf, int[] entryOf) {
        this.ids = ids;
        this.threads = threads;
        this.threadOf = threadOf;
        this.entryOf = entryOf;
    }

    /** A line for each message. */
    public static Listing of(long[] ids) {
        return new Listing(ids.clone(), List.of(), new int[0], new int[0]);
    }

    /**
     * A line for each thread.
     *
     * @param open the numbers of messages that begin a thread which is open
     */
    public static Listing of(List<MailThread> threads, Set<Long> open) {
        int lines = threads.stream().mapToInt(t -> isOpen(t, open) ? t.entries().size() : 1).sum();
        Listing all = new Listing(new long[lines], threads, new int[lines], new int[lines]);
        int line = 0;
        for (int thread = 0; thread < threads.size(); thread++) {
            line = all.fill(line, thread, isOpen(threads.get(thread), open));
        }
        return all;
    }

    private static boolean isOpen(MailThread thread, Set<Long> open) {
        return thread.entries().size() > 1 && open.contains(thread.first());
    }

    private int fill(int from, int number, boolean open) {
        MailThread thread = threads.get(number);
        int lines = open ? thread.entries().size() : 1;
        for (int i = 0; i < lines; i++) {
            MessageId id = open ? thread.entries().get(i).message() : thread.last();
            ids[from + i] = id.value();
            threadOf[from + i] = number;
            entryOf[from + i] = open ? i : CLOSED;
        }
        return from + lines;
    }

    /** How many lines there are. */
    public int size() {
        return ids.length;
    }

    /** How many messages there are. */
    public int messages() {
        return threads.isEmpty()
                ? ids.length
                : threads.stream().mapToInt(t -> t.entries().size()).sum();
    }

    /** The message that a line stands for. */
    public MessageId id(int place) {
        return new MessageId(ids[place]);
    }

    /** All messages that a line stands for: those of a thread where it is closed. */
    public List<MessageId> all(int place) {
        return closed(place)
                ? thread(place).entries().stream().map(MailThread.Entry::message).toList()
                : List.of(id(place));
    }

    /** How many messages belong to the line that begins a thread; 1 for any other. */
    public int members(int place) {
        return head(place) ? thread(place).entries().size() : 1;
    }

    /** Whether a line stands for all messages of a thread that has several. */
    public boolean closed(int place) {
        return !threads.isEmpty() && entryOf[place] == CLOSED && members(place) > 1;
    }

    /** Whether a line begins a thread whose messages follow. */
    public boolean open(int place) {
        return !threads.isEmpty() && entryOf[place] == 0;
    }

    private boolean head(int place) {
        return !threads.isEmpty() && entryOf[place] <= 0;
    }

    /** How far an answer is from the beginning of its thread, where that is open. */
    public int depth(int place) {
        return threads.isEmpty() || entryOf[place] == CLOSED
                ? 0
                : thread(place).entries().get(entryOf[place]).depth();
    }

    /** Where the thread that a line belongs to begins. */
    public int headOf(int place) {
        return threads.isEmpty() ? place : place - Math.max(0, entryOf[place]);
    }

    /** What is open: the number of the message that begins the line's thread. */
    public long threadOf(int place) {
        return threads.isEmpty() ? ids[place] : thread(place).first();
    }

    private MailThread thread(int place) {
        return threads.get(threadOf[place]);
    }

    /** The same threads, with others open. */
    public Listing opened(Set<Long> open) {
        return threads.isEmpty() ? this : of(threads, open);
    }

    /** Where a message stands, or the closed thread that has it. */
    public OptionalInt place(MessageId message) {
        int place = places(new long[] {message.value()}).nextSetBit(0);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /**
     * Where messages stand.
     *
     * @param sorted their numbers, rising
     */
    public BitSet places(long[] sorted) {
        BitSet places = new BitSet();
        for (int place = 0; place < ids.length && sorted.length > 0; place++) {
            if (has(place, sorted)) {
                places.set(place);
            }
        }
        return places;
    }

    private boolean has(int place, long[] sorted) {
        return Arrays.binarySearch(sorted, ids[place]) >= 0
                || closed(place)
                        && thread(place).entries().stream()
                                .anyMatch(e -> contains(sorted, e.message().value()));
    }

    private static boolean contains(long[] sorted, long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** The same without messages that went. */
    public Listing without(long[] sorted) {
        return threads.isEmpty()
                ? of(Arrays.stream(ids).filter(id -> !contains(sorted, id)).toArray())
                : this;
    }
}
