package org.postern.search.internal.index;

import org.postern.store.MailStore;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Puts messages into an index, several at a time when there are many. */
final class Filler {

    /** Fewer are not worth a second thread. */
    private static final int MANY = 32;

    private final MailStore store;
    private final Content content;
    private final ExecutorService helpers;
    private final int threads;

    Filler(MailStore store, Content content, ExecutorService helpers, int threads) {
        this.store = store;
        this.content = content;
        this.helpers = helpers;
        this.threads = threads;
    }

    /** What is done with one message. */
    @FunctionalInterface
    private interface Work {
        void with(MessageId message) throws IOException;
    }

    /**
     * Makes the index have these messages as the store has them. One without a body stays as it is.
     *
     * @return whether some have no body, and were left out for now
     */
    boolean update(Index index, List<MessageId> messages) throws IOException {
        AtomicInteger bodiless = new AtomicInteger();
        each(
                messages,
                message -> {
                    Optional<MessageRow> row = store.row(message);
                    if (row.filter(MessageRow::complete).isPresent()) {
                        index.put(message, Documents.of(row.get(), content.of(row.get())));
                    } else if (row.isPresent()) {
                        bodiless.incrementAndGet();
                    } else {
                        index.remove(message);
                    }
                });
        return bodiless.get() > 0;
    }

    /** Adds those of these messages that have a body; the index has none of them. */
    void add(Index index, List<MessageId> messages) throws IOException {
        each(
                messages,
                message -> {
                    Optional<MessageRow> row = store.row(message).filter(MessageRow::complete);
                    if (row.isPresent()) {
                        index.add(Documents.of(row.get(), content.of(row.get())));
                    }
                });
    }

    /** Adds those of these messages, that have no body, which the index does not have. */
    void sweep(Index index, List<MessageId> messages) throws IOException {
        each(
                messages,
                message -> {
                    Optional<MessageRow> row = store.row(message);
                    if (row.filter(there -> !there.complete()).isPresent() && !index.has(message)) {
                        index.put(message, Documents.of(row.get(), content.of(row.get())));
                    }
                });
    }

    void flags(Index index, List<MessageId> messages) throws IOException {
        for (MessageId message : messages) {
            Optional<MessageRow> row = store.row(message);
            if (row.isPresent()) {
                index.flags(message, Bits.of(row.get().flags()));
            }
        }
    }

    private void each(List<MessageId> messages, Work work) throws IOException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others =
                IntStream.range(1, messages.size() < MANY ? 1 : threads)
                        .<Future<?>>mapToObj(n -> helpers.submit(() -> some(messages, next, work)))
                        .toList();
        IOException failed = null;
        try {
            some(messages, next, work);
        } catch (IOException e) {
            failed = e;
        }
        for (Future<?> other : others) {
            failed = joined(other, failed);
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static Void some(List<MessageId> messages, AtomicInteger next, Work work)
            throws IOException {
        for (int n = next.getAndIncrement(); n < messages.size(); n = next.getAndIncrement()) {
            work.with(messages.get(n));
        }
        return null;
    }

    private static IOException joined(Future<?> other, IOException before) {
        while (true) {
            try {
                other.get();
                return before;
            } catch (InterruptedException e) {
                // The index is told to end in another way; nobody interrupts its threads for long.
                Thread.interrupted();
            } catch (ExecutionException e) {
                return e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
        }
    }
}
