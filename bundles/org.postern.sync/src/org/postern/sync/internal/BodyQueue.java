package org.postern.sync.internal;

import org.postern.store.MailStore;
import org.postern.store.MailStore.MissingBody;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.transport.RemoteId;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies that an account lacks, for several lanes to take from: the recent ones of all
 * mailboxes, then more of each, and so on. Safe for several threads.
 */
final class BodyQueue {

    /** So many of a mailbox come before those of the next; ten times as many each time around. */
    private static final int RECENT = 100;

    private static final int MORE = 10;

    /**
     * What a lane fetches at once.
     *
     * @param progress to be told of what came
     */
    record Portion(StoredMailbox mailbox, Map<RemoteId, Long> sizes, Task progress) {

        Collection<RemoteId> ids() {
            return sizes.keySet();
        }
    }

    /** Neighbours in the list of a mailbox. */
    private record Stretch(StoredMailbox mailbox, Deque<MissingBody> bodies, Task progress) {}

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private long messages;
    private long bytes;

    /**
     * @param largest messages that are larger stay on the server until somebody opens them
     */
    BodyQueue(MailStore store, List<StoredMailbox> mailboxes, long largest, Work work) {
        Map<StoredMailbox, List<MissingBody>> missing = new LinkedHashMap<>();
        for (StoredMailbox mailbox : mailboxes) {
            List<MissingBody> wanted =
                    store.missing(mailbox.id()).stream()
                            .filter(body -> body.size() <= largest)
                            .toList();
            if (!wanted.isEmpty()) {
                missing.put(mailbox, wanted);
            }
        }
        plan(missing, work);
    }

    private void plan(Map<StoredMailbox, List<MissingBody>> missing, Work work) {
        Map<StoredMailbox, Task> tasks = new LinkedHashMap<>();
        missing.forEach((mailbox, bodies) -> tasks.put(mailbox, task(mailbox, bodies, work)));
        int from = 0;
        for (int count = RECENT; !missing.isEmpty(); count *= MORE) {
            int start = from;
            int end = from + count;
            missing.forEach(
                    (mailbox, bodies) ->
                            stretches.add(
                                    new Stretch(
                                            mailbox,
                                            part(bodies, start, end),
                                            tasks.get(mailbox))));
            missing.values().removeIf(bodies -> bodies.size() <= end);
            from = end;
        }
    }

    private static Deque<MissingBody> part(List<MissingBody> bodies, int from, int to) {
        return new ArrayDeque<>(bodies.subList(from, Math.min(to, bodies.size())));
    }

    private Task task(StoredMailbox mailbox, List<MissingBody> bodies, Work work) {
        long size = bodies.stream().mapToLong(MissingBody::size).sum();
        messages += bodies.size();
        bytes += size;
        return work.task(Kind.FETCHING, Optional.of(mailbox.name()), bodies.size(), size);
    }

    /** How many there were in the beginning. */
    long messages() {
        return messages;
    }

    /** How much there was in the beginning. */
    long bytes() {
        return bytes;
    }

    synchronized boolean isEmpty() {
        return stretches.isEmpty();
    }

    /**
     * Takes what is next.
     *
     * @param most messages
     * @param mostBytes not more than these unless one message alone has them
     */
    synchronized Optional<Portion> take(int most, long mostBytes) {
        return stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(taken(stretches.getFirst(), most, mostBytes));
    }

    /** The same, but nothing when what is next is in another mailbox. */
    synchronized Optional<Portion> takeIn(StoredMailbox mailbox, int most, long mostBytes) {
        boolean same =
                !stretches.isEmpty() && stretches.getFirst().mailbox().id().equals(mailbox.id());
        return same ? take(most, mostBytes) : Optional.empty();
    }

    private Portion taken(Stretch stretch, int most, long mostBytes) {
        Map<RemoteId, Long> sizes = new LinkedHashMap<>();
        long sum = 0;
        Deque<MissingBody> bodies = stretch.bodies();
        while (!bodies.isEmpty()
                && sizes.size() < most
                && (sizes.isEmpty() || sum + bodies.getFirst().size() <= mostBytes)) {
            MissingBody body = bodies.removeFirst();
            sizes.put(new RemoteId(body.remoteId()), body.size());
            sum += body.size();
        }
        if (bodies.isEmpty()) {
            stretches.removeFirst();
        }
        return new Portion(stretch.mailbox(), sizes, stretch.progress());
    }

    /** Gives back what did not come, for another lane. */
    synchronized void putBack(Portion portion) {
        if (!portion.sizes().isEmpty()) {
            Deque<MissingBody> bodies = new ArrayDeque<>();
            portion.sizes().forEach((id, size) -> bodies.add(new MissingBody(id.value(), size)));
            stretches.addFirst(new Stretch(portion.mailbox(), bodies, portion.progress()));
        }
    }
}
