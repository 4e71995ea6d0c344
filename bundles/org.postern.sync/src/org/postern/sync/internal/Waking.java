package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;
import org.postern.sync.NetworkWatch;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Wakes accounts when there is reason to: all when the machine slept or has another network; those
 * that wait for a network when one of them has found it again.
 */
public final class Waking implements EngineListener {

    private static final Logger LOG = System.getLogger(Waking.class.getName());

    private final Workshop workshop;
    private final Supplier<Collection<AccountDesk>> desks;
    private final NetworkWatch watch;
    private final Vigil vigil;

    /**
     * @param desks of all accounts as they are now
     */
    public Waking(Workshop workshop, Supplier<Collection<AccountDesk>> desks, NetworkWatch watch) {
        this.workshop = workshop;
        this.desks = desks;
        this.watch = watch;
        this.vigil = new Vigil(workshop.pace().clock(), System::nanoTime, watch.signs());
    }

    /** Looks from now on, until the workshop closes. */
    public void start() {
        workshop.listeners().add(this);
        next();
    }

    private void next() {
        boolean waiting =
                desks.get().stream()
                        .anyMatch(desk -> desk.state() instanceof AccountState.WaitingForNetwork);
        Duration rest = waiting ? watch.alert() : watch.calm();
        if (!workshop.closed()) {
            workshop.later(rest, this::look);
        }
    }

    private void look() {
        Vigil.News news = vigil.look();
        if (news != Vigil.News.NONE) {
            LOG.log(Logger.Level.INFO, "connecting anew: " + news);
            desks.get().forEach(AccountDesk::revive);
        }
        next();
    }

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        boolean recovered =
                after instanceof AccountState.Online
                        && before instanceof AccountState.Connecting connecting
                        && connecting.failures() > 0;
        if (recovered) {
            desks.get().forEach(AccountDesk::wake);
        }
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        // no matter of the network
    }

    /** Whether another account's luck says that this may have passed as well. */
    static boolean ofNetwork(Failure failure) {
        return switch (failure) {
            case Failure.NoSuchHost f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> true;
            case Failure.Broken f -> true;
            default -> false;
        };
    }
}
