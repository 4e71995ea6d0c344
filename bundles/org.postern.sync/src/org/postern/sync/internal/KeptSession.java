package org.postern.sync.internal;

import org.postern.account.ServerSettings;
import org.postern.transport.CanGlance;
import org.postern.transport.MailSession;

import java.time.Instant;
import java.util.Optional;

/**
 * A session that stays open for a while after it was used, so that the next look costs no login.
 * Only where the same session can be asked again what is new. Thread-safe.
 */
final class KeptSession {

    private record Kept(MailSession session, ServerSettings settings, Instant since) {}

    private final Workshop workshop;
    private Optional<Kept> kept = Optional.empty();

    KeptSession(Workshop workshop) {
        this.workshop = workshop;
    }

    /** The session, when one is kept for these very settings; whoever takes it closes it. */
    Optional<MailSession> take(ServerSettings settings) {
        Optional<Kept> taken = take();
        if (taken.isPresent() && !(taken.get().settings().equals(settings) && fresh(taken.get()))) {
            closeSoon(taken.get());
            return Optional.empty();
        }
        return taken.map(Kept::session);
    }

    private synchronized Optional<Kept> take() {
        Optional<Kept> taken = kept;
        kept = Optional.empty();
        return taken;
    }

    /** The machine may have slept meanwhile, and its connections may be long gone. */
    private boolean fresh(Kept old) {
        return workshop.now().isBefore(old.since().plus(workshop.pace().keep()));
    }

    /** Keeps it, or closes it when it cannot be asked again. */
    void keep(MailSession session, ServerSettings settings) {
        boolean lasting = session.capability(CanGlance.class).isPresent();
        if (!lasting || workshop.pace().keep().isZero()) {
            session.close();
            return;
        }
        Kept fresh = new Kept(session, settings, workshop.now());
        synchronized (this) {
            kept.ifPresent(this::closeSoon);
            kept = Optional.of(fresh);
        }
        workshop.later(workshop.pace().keep(), () -> expire(fresh));
    }

    private void expire(Kept old) {
        boolean still;
        synchronized (this) {
            still = kept.equals(Optional.of(old));
            if (still) {
                kept = Optional.empty();
            }
        }
        if (still) {
            old.session().close();
        }
    }

    /** Closes it soon, for saying good-bye takes time. */
    void close() {
        take().ifPresent(this::closeSoon);
    }

    /** Closes it on this thread. */
    void closeNow() {
        take().ifPresent(old -> old.session().close());
    }

    private void closeSoon(Kept old) {
        workshop.run(old.session()::close);
    }
}
