package org.postern.ui.tests.window;

import org.postern.account.Account;
import org.postern.account.Identity;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Security;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.NewMessage;
import org.postern.testing.Dovecot;
import org.postern.ui.Services;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An account that is offline and has its mail in the local store already. */
final class StoredAccount {

    private static final Instant FIRST_OF_MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final MailAddress ANN = new MailAddress("Ann Example", "ann@example.org");
    private static final int NO_PORT_IN_USE = 9;

    private final MailStore store;
    private final MailboxId inbox;

    private StoredAccount(MailStore store, MailboxId inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    /**
     * Sets it up, with an empty inbox.
     *
     * @param others the paths of other mailboxes; levels are separated by a slash
     */
    static StoredAccount in(Program program, String name, String... others) throws MailException {
        Services services = program.services();
        AccountId id = Program.id(name);
        services.accounts().save(account(id, name));
        services.engine().goOffline(id);
        Stream<MailStore.MailboxEntry> inbox = Stream.of(entry("INBOX", MailboxRole.INBOX));
        Stream<MailStore.MailboxEntry> rest =
                Stream.of(others).map(path -> entry(path, MailboxRole.NONE));
        services.store().reconcile(id, Stream.concat(inbox, rest).toList());
        return new StoredAccount(services.store(), services.store().mailboxes(id).getFirst().id());
    }

    private static MailStore.MailboxEntry entry(String path, MailboxRole role) {
        return new MailStore.MailboxEntry(path, List.of(path.split("/")), role, true, true);
    }

    private static Account account(AccountId id, String name) {
        return new Account(
                id,
                name,
                List.of(Identity.of("Joe Example", "joe@example.com")),
                Program.settings("imaps", "localhost", Security.TLS, NO_PORT_IN_USE, Dovecot.JOE),
                new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 14));
    }

    /** Puts so many messages in, "Message 1" first, each a minute after the one before. */
    void fill(int count) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            for (int number = 1; number <= count; number++) {
                batch.add(message(number));
            }
            batch.commit(Optional.empty());
        }
    }

    /** Puts a message in. */
    void put(int number, String subject, String headers, Flag... flags) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.add(
                    new NewMessage(
                            String.valueOf(number),
                            Set.of(flags),
                            ANN,
                            subject,
                            FIRST_OF_MARCH.plusSeconds(60L * number),
                            1000,
                            false,
                            headers.getBytes(StandardCharsets.US_ASCII)));
            batch.commit(Optional.empty());
        }
    }

    /** The whole message comes. */
    void body(int number, byte[] bytes) throws MailException, IOException {
        store.storeBody(inbox, String.valueOf(number), new ByteArrayInputStream(bytes));
    }

    private static NewMessage message(int number) {
        return new NewMessage(
                String.valueOf(number),
                number % 3 == 0 ? Set.of() : Set.of(Flag.SEEN),
                ANN,
                "Message " + number,
                FIRST_OF_MARCH.plusSeconds(60L * number),
                1000,
                false,
                new byte[0]);
    }
}
