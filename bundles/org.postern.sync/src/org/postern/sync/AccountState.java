package org.postern.sync;

import org.postern.core.Failure;
import org.postern.net.Posture;

import java.time.Instant;
import java.util.Optional;

/** In which state an account is. A closed family; {@link AccountStates} is its machine. */
public sealed interface AccountState {

    /**
     * A session is being opened.
     *
     * @param failures how often it failed in a row for want of a network; 0 on a first try
     */
    record Connecting(int failures) implements AccountState {
        public Connecting() {
            this(0);
        }
    }

    /**
     * The last attempt worked.
     *
     * @param posture what protected it; empty for a transport without a network
     */
    record Online(Optional<Posture> posture) implements AccountState {}

    /** The user wants no connection. */
    record OfflineByUser() implements AccountState {}

    /**
     * The server cannot do what was asked, so nothing is tried until the user or a policy changes
     * something. Survives a restart.
     */
    record OfflineCannot(Failure failure) implements AccountState {}

    /**
     * The network is not there; it is tried again by itself.
     *
     * @param attempts how often it failed in a row, from 1
     * @param next when it is tried again
     */
    record WaitingForNetwork(Failure failure, int attempts, Instant next) implements AccountState {}

    /**
     * The password is missing or was not accepted; nothing is tried until there is another.
     * Survives a restart.
     */
    record WaitingForPassword(Failure failure) implements AccountState {}

    /** Not tried yet since the program started. */
    record Idle() implements AccountState {}

    /** The failure that the state is about. */
    default Optional<Failure> reason() {
        return switch (this) {
            case OfflineCannot s -> Optional.of(s.failure());
            case WaitingForNetwork s -> Optional.of(s.failure());
            case WaitingForPassword s -> Optional.of(s.failure());
            default -> Optional.empty();
        };
    }
}
