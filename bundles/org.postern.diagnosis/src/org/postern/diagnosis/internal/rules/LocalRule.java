package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** What is wrong is wrong on this machine. */
public final class LocalRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(LocalRule::words).map(Words::finding);
    }

    private static Optional<Words> words(Failure failure) {
        return switch (failure) {
            case Failure.PolicyDenied f ->
                    Optional.of(Words.of("policy-denied", f.policy(), f.sentence()));
            case Failure.PasswordMissing f -> Optional.of(Words.of("password-missing"));
            case Failure.CredentialsUnavailable f ->
                    Optional.of(Words.of("credentials-unavailable", f.detail()));
            case Failure.NoSuchTransport f ->
                    Optional.of(Words.of("no-such-transport", f.transport()));
            case Failure.BadSettings f -> Optional.of(Words.of("bad-settings", f.sentence()));
            case Failure.LocalStorage f ->
                    Optional.of(Words.of("local-storage", f.what(), f.detail()));
            default -> Optional.empty();
        };
    }
}
