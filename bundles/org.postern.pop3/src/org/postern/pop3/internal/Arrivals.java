package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of new messages, newest first: of the newest by TOP, so that a list has something to show
 * at once; then of all that may come as a whole by RETR, which costs a server that is near hardly
 * more than TOP; of the rest by TOP. When the line turns out to be slow, everything comes by TOP
 * first.
 */
final class Arrivals {

    private static final int PREVIEWS = 200;

    /** So many bytes are here as soon as previews would be. */
    private static final long SOON = 500_000;

    private static final int SLICE = 500;
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final LoggedIn now;
    private final Maildrop drop;
    private final ChangeSink sink;
    private final Set<RemoteId> refused = new LinkedHashSet<>();

    Arrivals(LoggedIn now, Maildrop drop, ChangeSink sink) {
        this.now = now;
        this.drop = drop;
        this.sink = sink;
    }

    /**
     * @param fresh by message number
     * @return those that the server would not give
     */
    Set<RemoteId> tell(Map<Integer, RemoteId> fresh) throws WireException, MailException {
        List<Integer> newestFirst = fresh.keySet().stream().sorted((a, b) -> b - a).toList();
        long most = sink.wholeUpTo();
        List<Integer> whole = newestFirst.stream().filter(n -> drop.size(n) <= most).toList();
        if (most <= 0 || whole.isEmpty()) {
            preview(fresh, newestFirst);
            return refused;
        }
        long bytes = whole.stream().mapToLong(drop::size).sum();
        int previews = bytes < SOON ? 0 : Math.min(PREVIEWS, newestFirst.size());
        preview(fresh, newestFirst.subList(0, previews));
        int done = wholeWhileFast(fresh, whole);
        Set<Integer> told = new LinkedHashSet<>(whole.subList(0, done));
        preview(fresh, newestFirst.stream().skip(previews).filter(n -> !told.contains(n)).toList());
        return refused;
    }

    private void preview(Map<Integer, RemoteId> fresh, List<Integer> numbers)
            throws WireException, MailException {
        new HeaderFetch(now.wire(), now.abilities())
                .<MailException>fetch(
                        numbers,
                        (number, headers) -> {
                            if (headers.isEmpty()) {
                                refused.add(fresh.get(number));
                            } else {
                                sink.added(message(fresh, number, headers.get()));
                            }
                        });
    }

    private RemoteMessage message(Map<Integer, RemoteId> fresh, int number, byte[] headers) {
        return new RemoteMessage(
                fresh.get(number), Set.of(), drop.size(number), Optional.empty(), headers);
    }

    /** Answers how many of them were told. */
    private int wholeWhileFast(Map<Integer, RemoteId> fresh, List<Integer> numbers)
            throws WireException, MailException {
        int done = 0;
        boolean fast = true;
        while (fast && done < numbers.size()) {
            long start = System.nanoTime();
            int end = Math.min(numbers.size(), done + SLICE);
            new Pipeline(now.wire(), now.abilities())
                    .<MailException>run(
                            "RETR ", "", numbers.subList(done, end), n -> whole(fresh, n));
            fast = System.nanoTime() - start < SLOW.toNanos();
            done = end;
        }
        return done;
    }

    private void whole(Map<Integer, RemoteId> fresh, int number)
            throws WireException, MailException {
        PopWire wire = now.wire();
        if (!wire.reply().ok()) {
            refused.add(fresh.get(number));
            return;
        }
        DotStream block = wire.block(drop.size(number));
        Head head = Head.read(wire, block);
        try {
            sink.added(message(fresh, number, head.headers()), head.with(block));
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new MailException(
                    new Failure.LocalStorage(
                            "message " + fresh.get(number), String.valueOf(e.getMessage())),
                    e);
        }
        block.drain();
    }
}
