package org.postern.search.internal.index;

import org.apache.lucene.store.AlreadyClosedException;
import org.postern.core.MailException;
import org.postern.search.MailSearch.Progress;
import org.postern.search.internal.Messages;
import org.postern.store.ChangeFeed;
import org.postern.store.ChangeFeed.Changes;
import org.postern.store.ChangeFeed.Point;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an index in step with the store, on a thread of its own. All that is done up to some point
 * is committed together with that point, so that after a kill it goes on from there.
 */
final class Follower {

    private static final Logger LOG = System.getLogger(Follower.class.getName());

    private static final int COUNTED = 10_000;

    private final ChangeFeed feed;
    private final Filler filler;
    private final Pace pace;
    private final Index index;
    private volatile Reached reached;
    private boolean shown = true;
    private boolean committed = true;
    private long lastShown;
    private long lastCommit;
    private long lastSweep;
    private volatile Point searchable;
    private volatile long walkLeft;

    Follower(MailStore store, Filler filler, Pace pace, Index index)
            throws MailException, IOException {
        this.feed = store.feed();
        this.filler = filler;
        this.pace = pace;
        this.index = index;
        long now = System.nanoTime();
        lastShown = now;
        lastCommit = now;
        lastSweep = now;
        Optional<Reached> before = index.reached();
        reached = before.isPresent() ? before.get() : anew();
        searchable = new Point(reached.point().store(), 0);
    }

    private Reached anew() throws MailException, IOException {
        index.clear();
        committed = false;
        shown = false;
        return Reached.nothing(feed.now());
    }

    void rebuild() throws MailException, IOException {
        LOG.log(Logger.Level.INFO, Messages.format("index.rebuild"));
        searchable = new Point(reached.point().store(), 0);
        reached = anew();
    }

    /**
     * Does a part of what there is to do.
     *
     * @return for how long nothing is to be done unless the store changes, in milliseconds; 0 when
     *     there is more
     */
    long step() throws MailException, IOException {
        if (reached.walk().isPresent()) {
            walk(reached.walk().get());
            inTime();
            return 0;
        }
        Optional<Changes> changes = feed.since(reached.point(), pace.messages());
        if (changes.isEmpty()) {
            rebuild();
            return 0;
        }
        follow(changes.get());
        if (changes.get().more()) {
            inTime();
            return 0;
        }
        return upToDate();
    }

    /** A part of making it anew. */
    private void walk(MessageId after) throws MailException, IOException {
        List<MessageId> part = feed.messages(after, pace.messages());
        if (part.isEmpty()) {
            reached = reached.complete();
            walkLeft = 0;
            return;
        }
        if (walkLeft == 0) {
            walkLeft = count(after);
        }
        shown = false;
        committed = false;
        filler.add(index, part);
        feed.now(); // throws when the store was closed, and then its answers meant nothing
        walkLeft = Math.max(0, walkLeft - part.size());
        reached = reached.walked(part.getLast());
    }

    private long count(MessageId after) throws MailException {
        long count = 0;
        List<MessageId> part = feed.messages(after, COUNTED);
        while (!part.isEmpty()) {
            count += part.size();
            part = feed.messages(part.getLast(), COUNTED);
        }
        return count;
    }

    private void follow(Changes changes) throws MailException, IOException {
        if (changes.isEmpty()) {
            reached = reached.upTo(changes.upTo());
            return;
        }
        shown = false;
        committed = false;
        for (MailboxId gone : changes.gone()) {
            index.remove(gone);
        }
        boolean bodiless = filler.update(index, changes.messages());
        filler.flags(index, changes.flags());
        feed.now(); // throws when the store was closed, and then its answers meant nothing
        reached = reached.upTo(changes.upTo()).swept(reached.swept() && !bodiless);
    }

    /** Shows and commits now and then while there is more to do. */
    private void inTime() throws MailException, IOException {
        if (isOver(lastShown, index.wasAsked() ? pace.showWhileBusy() : pace.showUnasked())) {
            show();
        }
        if (isOver(lastCommit, pace.commitWhileBusy())) {
            commit();
        }
        sweepInTime();
    }

    private void sweepInTime() throws MailException, IOException {
        if (!reached.swept() && isOver(lastSweep, pace.sweepWhileBusy())) {
            sweep();
        }
    }

    private long upToDate() throws MailException, IOException {
        show();
        if (!reached.swept() && isOver(lastSweep, pace.sweepWhenIdle())) {
            sweep();
            show();
        }
        searchable = reached.point();
        if (!committed && isOver(lastCommit, pace.commitWhenIdle())) {
            commit();
        }
        return reached.swept() && committed ? Long.MAX_VALUE : pace.look();
    }

    /** Messages whose bodies are not here are found by their headers. */
    private void sweep() throws MailException, IOException {
        show();
        MessageId after = new MessageId(0);
        List<MessageId> part = feed.bodiless(after, pace.messages());
        while (!part.isEmpty()) {
            shown = false;
            committed = false;
            filler.sweep(index, part);
            part = feed.bodiless(part.getLast(), pace.messages());
        }
        show();
        reached = reached.swept(true);
        committed = false;
        lastSweep = System.nanoTime();
    }

    private void show() throws IOException {
        if (!shown) {
            index.refresh();
            shown = true;
            index.forgetAsked();
            pace.shown().run();
        }
        lastShown = System.nanoTime();
    }

    void commit() throws MailException, IOException {
        if (!committed) {
            index.commit(reached);
            committed = true;
            if (reached.walk().isEmpty()) {
                feed.done(reached.point());
            }
        }
        lastCommit = System.nanoTime();
    }

    private static boolean isOver(long since, long milliseconds) {
        return System.nanoTime() - since >= milliseconds * 1_000_000;
    }

    /** Sweeps at once, so that all that is in the store can be found. */
    void completeNow() throws MailException, IOException {
        if (reached.walk().isEmpty() && !reached.swept()) {
            sweep();
            show();
        }
    }

    /** The moment of the store whose messages can all be found. */
    Point searchable() {
        return searchable;
    }

    /** Whether messages without a body can be found too. */
    boolean isSwept() {
        return reached.swept();
    }

    Progress progress() {
        try {
            long indexed = index.ask(searcher -> (long) searcher.getIndexReader().numDocs());
            long behind = Math.max(0, feed.now().number() - searchable.number());
            return new Progress(indexed, Math.max(walkLeft, behind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MailException | AlreadyClosedException e) {
            LOG.log(Logger.Level.DEBUG, "no progress to tell of", e);
            return new Progress(0, 0);
        }
    }
}
