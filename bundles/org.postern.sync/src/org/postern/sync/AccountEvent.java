package org.postern.sync;

import org.postern.core.Failure;
import org.postern.net.Posture;

import java.util.Optional;

/** What can happen to an account; input of {@link AccountStates}. A closed family. */
public sealed interface AccountEvent {

    /** The user wants connections, or wants to try again. */
    record UserOnline() implements AccountEvent {}

    /** The user wants no connections. */
    record UserOffline() implements AccountEvent {}

    /** Somebody is about to open a session. */
    record ConnectBegins() implements AccountEvent {}

    /** A session is open and logged in; {@code posture} is empty without a network. */
    record Opened(Optional<Posture> posture) implements AccountEvent {}

    /**
     * Opening or using a session failed.
     *
     * @param proven whether these very settings have worked before
     * @param wantsProtection whether the settings ask for TLS in any form
     */
    record Failed(Failure failure, boolean proven, boolean wantsProtection)
            implements AccountEvent {}

    /** An attempt was given up before it had a result. */
    record Abandoned() implements AccountEvent {}

    /** The server settings are others now. */
    record SettingsChanged() implements AccountEvent {}

    /** There is another password. */
    record PasswordChanged() implements AccountEvent {}

    /** A policy was added, removed or changed. */
    record PolicyChanged() implements AccountEvent {}

    /** The time to try again has come. */
    record RetryDue() implements AccountEvent {}

    /** The program was ended and started. */
    record Restarted() implements AccountEvent {}
}
