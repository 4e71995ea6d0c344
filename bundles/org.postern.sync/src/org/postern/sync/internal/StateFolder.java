package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.KeyedText;
import org.postern.core.MailException;
import org.postern.sync.AccountState;
import org.postern.sync.RefusedDowngrade;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers over a restart what must not be forgotten of an account's state: that it is offline or
 * waits for a password, why, and which settings have worked. One readable file per account.
 */
public final class StateFolder {

    private static final Logger LOG = System.getLogger(StateFolder.class.getName());
    private static final String VERSION = "1";
    private static final String REASON = "reason.";
    private static final String REFUSED = "refused.";
    private static final String REFUSED_AT = "refused-at";

    private final Path folder;

    /**
     * What is remembered of an account.
     *
     * @param proven the settings that have worked, as a fingerprint
     * @param refused the last time that less protection was refused
     */
    public record Remembered(
            AccountState state, Optional<String> proven, Optional<RefusedDowngrade> refused) {

        /** Nothing at all. */
        public static final Remembered NOTHING =
                new Remembered(new AccountState.Idle(), Optional.empty());

        public Remembered(AccountState state, Optional<String> proven) {
            this(state, proven, Optional.empty());
        }

        /** What lasts of a state. */
        static Remembered of(
                AccountState state, Optional<String> proven, Optional<RefusedDowngrade> refused) {
            return new Remembered(
                    lasting(state) ? state : new AccountState.Idle(), proven, refused);
        }
    }

    public StateFolder(Path folder) throws MailException {
        this.folder = folder;
        try {
            AtomicFile.privateFolder(folder);
            AtomicFile.removeLeftovers(folder);
        } catch (IOException e) {
            throw new MailException(new Failure.LocalStorage(folder.toString(), e.toString()), e);
        }
    }

    /**
     * What is remembered. A file that cannot be read is set aside and nothing is remembered, which
     * is safe: the account is tried once with its settings, and fails as before.
     */
    public Remembered read(AccountId account) {
        Path file = file(account);
        try {
            return Files.exists(file)
                    ? parsed(KeyedText.read(Files.readAllBytes(file)))
                    : Remembered.NOTHING;
        } catch (KeyedText.Malformed | IOException e) {
            LOG.log(Logger.Level.WARNING, "unreadable: " + file + ": " + e.getMessage());
            setAside(file);
            return Remembered.NOTHING;
        }
    }

    private static void setAside(Path file) {
        try {
            AtomicFile.setAside(file, "damaged");
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "cannot be set aside: " + file, e);
        }
    }

    private static Remembered parsed(Map<String, String> entries) {
        if (!VERSION.equals(entries.get("version"))) {
            return Remembered.NOTHING;
        }
        return new Remembered(
                state(entries), Optional.ofNullable(entries.get("proven")), refused(entries));
    }

    private static Optional<RefusedDowngrade> refused(Map<String, String> entries) {
        return instant(entries.getOrDefault(REFUSED_AT, ""))
                .flatMap(at -> failure(entries, REFUSED).map(f -> new RefusedDowngrade(f, at)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Failure> failure(Map<String, String> entries, String prefix) {
        Map<String, String> own = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        own.put(key.substring(prefix.length()), value);
                    }
                });
        return FailureText.read(own);
    }

    private static AccountState state(Map<String, String> entries) {
        Optional<Failure> failure = failure(entries, REASON);
        return switch (entries.getOrDefault("state", "")) {
            case "offline-by-user" -> new AccountState.OfflineByUser();
            case "offline-cannot" ->
                    new AccountState.OfflineCannot(failure.orElseGet(StateFolder::unknown));
            case "waiting-for-password" ->
                    new AccountState.WaitingForPassword(failure.orElseGet(StateFolder::unknown));
            default -> new AccountState.Idle();
        };
    }

    private static Failure unknown() {
        return new Failure.BadSettings(Messages.format("state.unknown"));
    }

    /** Remembers; durable when it returns. */
    public void write(AccountId account, Remembered remembered) throws MailException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("version", VERSION);
        entries.put("state", word(remembered.state()));
        remembered.proven().ifPresent(proven -> entries.put("proven", proven));
        if (lasting(remembered.state())) {
            remembered.state().reason().ifPresent(failure -> put(entries, REASON, failure));
        }
        remembered
                .refused()
                .ifPresent(
                        refused -> {
                            entries.put(REFUSED_AT, refused.at().toString());
                            put(entries, REFUSED, refused.failure());
                        });
        try {
            AtomicFile.write(file(account), KeyedText.write(entries));
        } catch (IOException e) {
            String what = Messages.format("state.file", account);
            throw new MailException(new Failure.LocalStorage(what, e.toString()), e);
        }
    }

    private static void put(Map<String, String> entries, String prefix, Failure failure) {
        FailureText.write(failure).forEach((key, value) -> entries.put(prefix + key, value));
    }

    private static boolean lasting(AccountState state) {
        return !word(state).equals("idle");
    }

    private static String word(AccountState state) {
        return switch (state) {
            case AccountState.OfflineByUser s -> "offline-by-user";
            case AccountState.OfflineCannot s -> "offline-cannot";
            case AccountState.WaitingForPassword s -> "waiting-for-password";
            case AccountState.Idle s -> "idle";
            case AccountState.Connecting s -> "idle";
            case AccountState.Online s -> "idle";
            case AccountState.WaitingForNetwork s -> "idle";
        };
    }

    /** Forgets an account. */
    public void forget(AccountId account) {
        try {
            Files.deleteIfExists(file(account));
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "cannot be removed: " + file(account), e);
        }
    }

    private Path file(AccountId account) {
        return folder.resolve(account + ".state");
    }
}
