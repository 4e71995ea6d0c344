package org.postern.sync;

import org.postern.sync.AccountState.Connecting;
import org.postern.sync.AccountState.Idle;
import org.postern.sync.AccountState.OfflineByUser;
import org.postern.sync.AccountState.OfflineCannot;
import org.postern.sync.AccountState.Online;
import org.postern.sync.AccountState.WaitingForNetwork;
import org.postern.sync.AccountState.WaitingForPassword;

import java.time.Clock;
import java.util.Objects;

/**
 * The machine of an account's states: from a state and an event to the next state, and nothing
 * else. It never leads from one way of connecting to another; which protection a connection has is
 * {@link org.postern.transport.ConnectionPlan}'s to say, from the settings alone.
 *
 * <p>{@link OfflineCannot} is left by the user, by changed settings, password or policies, and by
 * nothing else, a restart included.
 */
public final class AccountStates {

    private final Clock clock;
    private final Backoff backoff;

    public AccountStates(Clock clock, Backoff backoff) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.backoff = Objects.requireNonNull(backoff, "backoff");
    }

    /**
     * @return the state after the event; the same one when the event means nothing to it
     */
    public AccountState next(AccountState state, AccountEvent event) {
        if (event instanceof AccountEvent.UserOffline) {
            return new OfflineByUser();
        }
        return switch (state) {
            case OfflineByUser s -> event instanceof AccountEvent.UserOnline ? new Idle() : s;
            case OfflineCannot s -> cannot(s, event);
            case WaitingForPassword s -> waitingForPassword(s, event);
            case WaitingForNetwork s -> waitingForNetwork(s, event);
            case Idle s -> event instanceof AccountEvent.ConnectBegins ? new Connecting() : s;
            case Connecting s -> connecting(s, event);
            case Online s -> online(s, event);
        };
    }

    private static AccountState cannot(OfflineCannot state, AccountEvent event) {
        return switch (event) {
            case AccountEvent.UserOnline e -> new Idle();
            case AccountEvent.SettingsChanged e -> new Idle();
            case AccountEvent.PasswordChanged e -> new Idle();
            case AccountEvent.PolicyChanged e -> new Idle();
            default -> state;
        };
    }

    private static AccountState waitingForPassword(WaitingForPassword state, AccountEvent event) {
        return switch (event) {
            case AccountEvent.UserOnline e -> new Idle();
            case AccountEvent.SettingsChanged e -> new Idle();
            case AccountEvent.PasswordChanged e -> new Idle();
            default -> state;
        };
    }

    private static AccountState waitingForNetwork(WaitingForNetwork state, AccountEvent event) {
        return switch (event) {
            case AccountEvent.RetryDue e -> new Connecting(state.attempts());
            case AccountEvent.ConnectBegins e -> new Connecting(state.attempts());
            case AccountEvent.UserOnline e -> new Idle();
            case AccountEvent.SettingsChanged e -> new Idle();
            case AccountEvent.PasswordChanged e -> new Idle();
            case AccountEvent.PolicyChanged e -> new Idle();
            case AccountEvent.Restarted e -> new Idle();
            default -> state;
        };
    }

    private AccountState connecting(Connecting state, AccountEvent event) {
        return switch (event) {
            case AccountEvent.Opened e -> new Online(e.posture());
            case AccountEvent.Failed e -> failed(e, state.failures());
            case AccountEvent.Abandoned e -> new Idle();
            case AccountEvent.SettingsChanged e -> new Idle();
            case AccountEvent.PasswordChanged e -> new Idle();
            case AccountEvent.PolicyChanged e -> new Idle();
            case AccountEvent.Restarted e -> new Idle();
            default -> state;
        };
    }

    private AccountState online(Online state, AccountEvent event) {
        return switch (event) {
            case AccountEvent.Opened e -> new Online(e.posture());
            case AccountEvent.Failed e -> failed(e, 0);
            case AccountEvent.SettingsChanged e -> new Idle();
            case AccountEvent.PasswordChanged e -> new Idle();
            case AccountEvent.PolicyChanged e -> new Idle();
            case AccountEvent.Restarted e -> new Idle();
            default -> state;
        };
    }

    private AccountState failed(AccountEvent.Failed event, int failures) {
        return switch (FailureClass.of(event.failure(), event.proven(), event.wantsProtection())) {
            case CANNOT -> new OfflineCannot(event.failure());
            case PASSWORD -> new WaitingForPassword(event.failure());
            case TEMPORARY -> waiting(event, failures + 1);
        };
    }

    private AccountState waiting(AccountEvent.Failed event, int attempts) {
        return new WaitingForNetwork(
                event.failure(), attempts, clock.instant().plus(backoff.after(attempts)));
    }
}
