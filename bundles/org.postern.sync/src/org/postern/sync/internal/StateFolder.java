package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.KeyedText;
import org.postern.core.MailException;
import org.postern.sync.AccountState;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path folder;

    /** What is remembered of an account. */
    public record Remembered(AccountState state, Optional<String> proven) {

        /** Nothing at all. */
        public static final Remembered NOTHING =
                new Remembered(new AccountState.Idle(), Optional.empty());

        /** What lasts of a state. */
        static Remembered of(AccountState state, Optional<String> proven) {
            return new Remembered(lasting(state) ? state : new AccountState.Idle(), proven);
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
        return new Remembered(state(entries), Optional.ofNullable(entries.get("proven")));
    }

    private static AccountState state(Map<String, String> entries) {
        Map<String, String> reason = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> {
                    if (key.startsWith(REASON)) {
                        reason.put(key.substring(REASON.length()), value);
                    }
                });
        Optional<Failure> failure = FailureText.read(reason);
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
            remembered
                    .state()
                    .reason()
                    .ifPresent(
                            failure ->
                                    FailureText.write(failure)
                                            .forEach((k, v) -> entries.put(REASON + k, v)));
        }
        try {
            AtomicFile.write(file(account), KeyedText.write(entries));
        } catch (IOException e) {
            String what = Messages.format("state.file", account);
            throw new MailException(new Failure.LocalStorage(what, e.toString()), e);
        }
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
