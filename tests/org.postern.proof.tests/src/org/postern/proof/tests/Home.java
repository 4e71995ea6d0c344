package org.postern.proof.tests;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PinFolder;
import org.postern.security.Pins;
import org.postern.security.PortPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.StoredMailbox;
import org.postern.store.internal.Setup;
import org.postern.store.internal.Steps;
import org.postern.sync.Backoff;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.MailEngine;
import org.postern.testing.RealTransports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A mail program without a window: accounts, store and engine over one folder, with real transports
 * and connections. It does nothing by itself, so that whoever tells it what to do knows when what
 * happens.
 */
final class Home implements AutoCloseable {

    static final AccountId IMAP = new AccountId("imap");
    static final AccountId POP = new AccountId("pop");

    final AccountFolder accounts;
    final PackedMailStore store;
    final MailEngine engine;
    final Pins pins;

    Home(Path folder, Steps steps) throws MailException {
        this(folder, steps, Timeouts.of(Duration.ofSeconds(20)));
    }

    Home(Path folder, Steps steps, Timeouts timeouts) throws MailException {
        accounts = AccountFolder.open(folder.resolve("accounts"));
        pins = PinFolder.open(folder.resolve("pins"));
        store =
                PackedMailStore.open(
                        folder.resolve("store"), Setup.STANDARD.small(20_000).withSteps(steps));
        engine =
                new MailEngine(
                        new EngineParts(
                                accounts,
                                new OnePassword(),
                                store,
                                new RealTransports(),
                                PortPolicies.builtIn(),
                                new SocketConnector(
                                        ConnectionPolicies.builtIn(),
                                        new CertificateJudge(() -> TrustAnchors.of())),
                                folder.resolve("states")),
                        pace(timeouts));
    }

    /** Nothing by itself, in small batches. */
    private static EnginePace pace(Timeouts timeouts) {
        return new EnginePace(
                Clock.systemUTC(),
                new Backoff(Duration.ofHours(1), Duration.ofHours(2), RandomGenerator.getDefault()),
                Duration.ofHours(1),
                timeouts,
                3,
                1_000_000,
                Duration.ofMinutes(1),
                Duration.ZERO);
    }

    /** Makes an account in clear at a port of this machine, or changes it. */
    void account(AccountId id, String name, int port, String user) throws MailException {
        account(id, name, "localhost", port, user);
    }

    /** The same under another name of this machine. */
    void account(AccountId id, String name, String host, int port, String user)
            throws MailException {
        boolean pop = id.equals(POP);
        accounts.save(
                new Account(
                        id,
                        name,
                        List.of(),
                        new ServerSettings(
                                pop ? "pop" : "imap",
                                host,
                                Optional.of(new Port(port)),
                                user,
                                Authentication.PASSWORD,
                                Security.NONE),
                        new SyncOptions(
                                Optional.empty(),
                                pop ? SyncOptions.Removal.AT_ONCE : SyncOptions.Removal.NEVER,
                                14)));
    }

    void refresh(AccountId account) throws MailException {
        engine.refresh(account, new NullProgressMonitor());
    }

    /** The mailboxes by their names. */
    List<StoredMailbox> mailboxes(AccountId account) {
        return store.mailboxes(account).stream().filter(StoredMailbox::selectable).toList();
    }

    MailboxId mailbox(AccountId account, String name) {
        return find(account, name)
                .orElseThrow(() -> new IllegalStateException("no mailbox " + name + " here"));
    }

    Optional<MailboxId> find(AccountId account, String name) {
        return mailboxes(account).stream()
                .filter(mailbox -> String.join("/", mailbox.path()).equals(name))
                .map(StoredMailbox::id)
                .findFirst();
    }

    /** Wherever a message with that subject lies. */
    List<MessageRow> rows(AccountId account, String subject) {
        return mailboxes(account).stream()
                .flatMap(mailbox -> store.rows(mailbox.id()).stream())
                .filter(row -> row.subject().equals(subject))
                .toList();
    }

    /**
     * A message as the arguments of the engine's verbs want it.
     *
     * @return false when it is not here
     */
    boolean each(String subject, Verb verb) throws MailException {
        List<MessageRow> rows = rows(account(subject), subject);
        for (MessageRow row : rows) {
            verb.on(row.mailbox(), Set.of(row.id()));
        }
        return !rows.isEmpty();
    }

    /** Whose mail it is can be seen in its subject. */
    static AccountId account(String subject) {
        return subject.startsWith("pop ") ? POP : IMAP;
    }

    /** One of the engine's verbs. */
    @FunctionalInterface
    interface Verb {
        void on(MailboxId mailbox, Set<MessageId> messages) throws MailException;
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
