package org.postern.sync.tests;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Connector;
import org.postern.net.Timeouts;
import org.postern.security.PortPolicies;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.PatrolPace;
import org.postern.store.StoreCheck;
import org.postern.sync.AccountState;
import org.postern.sync.Backoff;
import org.postern.sync.EngineListener;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.MailEngine;
import org.postern.sync.NetworkWatch;
import org.postern.testing.Dovecot;
import org.postern.testing.RealTransports;
import org.postern.testing.SecretFree;
import org.postern.transport.Transports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** An engine with real accounts and a real store on a fake server. */
final class Bench implements EngineListener, AutoCloseable {

    static final AccountId A = new AccountId("a");

    final FakeServer server;
    final AccountFolder accounts;
    final FakeCredentials credentials = new FakeCredentials();
    final PackedMailStore store;
    final List<AccountState> states = new CopyOnWriteArrayList<>();
    final List<Failure> backedOut = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<StoreCheck> damaged = new CopyOnWriteArrayList<>();
    final EnginePace pace;
    MailEngine engine;
    private final Path folder;
    private final Transports transports;
    private final Connector connector;

    Bench(Path folder, FakeServer server) throws MailException {
        this(folder, server, Duration.ofHours(1), Clock.systemUTC());
    }

    Bench(Path folder, FakeServer server, Duration backoff, Clock clock) throws MailException {
        this(
                folder,
                server,
                new FakeTransports().with(server),
                (request, monitor) -> {
                    throw new AssertionError("nobody connects here: " + request);
                },
                backoff,
                clock,
                Duration.ofMinutes(1));
    }

    /** With real transports over real connections; the fake server has no part in it. */
    static Bench real(Path folder, Connector connector) throws MailException {
        return real(folder, connector, Duration.ofMinutes(1));
    }

    /**
     * @param keep how long sessions stay open after their use
     */
    static Bench real(Path folder, Connector connector, Duration keep) throws MailException {
        return new Bench(
                folder,
                new FakeServer(),
                new RealTransports(),
                connector,
                Duration.ofHours(1),
                Clock.systemUTC(),
                keep);
    }

    private Bench(
            Path folder,
            FakeServer server,
            Transports transports,
            Connector connector,
            Duration backoff,
            Clock clock,
            Duration keep)
            throws MailException {
        this.folder = folder;
        this.server = server;
        this.transports = transports;
        this.connector = connector;
        accounts = AccountFolder.open(folder.resolve("accounts"));
        store = PackedMailStore.open(folder.resolve("store"), clock);
        pace =
                new EnginePace(
                        clock,
                        new Backoff(
                                backoff, backoff.multipliedBy(10), RandomGenerator.getDefault()),
                        Duration.ofMillis(10),
                        Timeouts.DEFAULT,
                        3,
                        1_000,
                        Duration.ofMinutes(1),
                        keep);
        restart();
    }

    /** A new engine over the same files. */
    void restart() throws MailException {
        restart(NetworkWatch.standard());
    }

    void restart(NetworkWatch watch) throws MailException {
        restart(watch, PatrolPace.STANDARD);
    }

    void restart(NetworkWatch watch, PatrolPace patrol) throws MailException {
        if (engine != null) {
            engine.close();
        }
        EngineParts parts =
                new EngineParts(
                        accounts,
                        credentials,
                        store,
                        transports,
                        PortPolicies.builtIn(),
                        connector,
                        folder.resolve("states"));
        engine = new MailEngine(parts, pace, watch, patrol);
        engine.addListener(this);
    }

    /** An account that asks for SSL and has a password. */
    Account account() throws MailException {
        Account account = TestAccounts.of("a", "posts", Security.TLS, null);
        add(account);
        return account;
    }

    void add(Account account) throws MailException {
        add(account, "geheim");
    }

    void add(Account account, String password) throws MailException {
        credentials.put(account.id(), password);
        accounts.save(account);
    }

    void refresh() throws MailException {
        engine.refresh(A, new NullProgressMonitor());
    }

    AccountState state() {
        return engine.state(A);
    }

    MailboxId box(String remoteId) {
        return store.mailboxes(A).stream()
                .filter(mailbox -> mailbox.remoteId().equals(remoteId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    MailboxId inbox() {
        return box("INBOX");
    }

    List<String> ids() {
        return ids("INBOX");
    }

    List<String> ids(String box) {
        return store.rows(box(box)).stream().map(MessageRow::remoteId).toList();
    }

    Set<MessageId> message(int number) {
        return store.rows(inbox()).stream()
                .filter(row -> row.remoteId().equals(Integer.toString(number)))
                .map(MessageRow::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    Optional<MessageRow> row(int number) {
        return message(number).stream().findFirst().flatMap(store::row);
    }

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        states.add(after);
    }

    @Override
    public void told(AccountId account, String text) {
        told.add(account.value() + ": " + text);
    }

    @Override
    public void damaged(StoreCheck found) {
        damaged.add(found);
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        backedOut.add(failure);
    }

    /** Whatever was done, no file of accounts, states or mail holds a password. */
    @Override
    public void close() {
        engine.close();
        store.close();
        try {
            SecretFree.assertFolder(folder, "geheim", Dovecot.JOE.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
