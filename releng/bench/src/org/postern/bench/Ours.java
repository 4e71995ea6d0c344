package org.postern.bench;

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
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PortPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.StoredMailbox;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.MailEngine;
import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Postern's engine, store and transports as the product has them, over one account. */
final class Ours implements AutoCloseable {

    private static final AccountId ID = new AccountId("bench");

    private final AccountFolder accounts;
    private final PackedMailStore store;
    private final MailEngine engine;

    Ours(Path folder, Dovecot server, String transport, int port) throws MailException {
        this(folder, server, transport, port, EnginePace.standard());
    }

    Ours(Path folder, Dovecot server, String transport, int port, EnginePace pace)
            throws MailException {
        accounts = AccountFolder.open(folder.resolve("accounts"));
        store = PackedMailStore.open(folder.resolve("store"));
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        engine =
                new MailEngine(
                        new EngineParts(
                                accounts,
                                new OnePassword(server.user().password()),
                                store,
                                new OurTransports(),
                                PortPolicies.builtIn(),
                                new SocketConnector(
                                        ConnectionPolicies.builtIn(),
                                        new CertificateJudge(() -> anchors)),
                                folder.resolve("states")),
                        pace);
        accounts.save(account(server, transport, port));
    }

    private static Account account(Dovecot server, String transport, int port) {
        return new Account(
                ID,
                "Bench",
                List.of(),
                new ServerSettings(
                        transport,
                        "localhost",
                        Optional.of(new Port(port)),
                        server.user().name(),
                        Authentication.PASSWORD,
                        Security.TLS),
                new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 30));
    }

    PackedMailStore store() {
        return store;
    }

    /** Looks by itself from now on, and waits until all is here. */
    void watch() throws MailException {
        Account account = accounts.find(ID).orElseThrow();
        accounts.save(
                new Account(
                        ID, account.name(), List.of(), account.incoming(), SyncOptions.DEFAULT));
        engine.start();
        refresh();
    }

    /** Brings everything, durably. */
    void refresh() throws MailException {
        engine.refresh(ID, new NullProgressMonitor());
    }

    /** Of a pace at which only lists come. */
    static EnginePace listsOnly() {
        EnginePace usual = EnginePace.standard();
        return new EnginePace(
                usual.clock(),
                usual.backoff(),
                usual.replayAfter(),
                usual.timeouts(),
                usual.batch(),
                -1,
                usual.watch(),
                usual.keep());
    }

    /** Notices when the account is online and when the first messages can be seen. */
    FirstRows firstRows() {
        FirstRows first = new FirstRows();
        engine.addListener(first);
        store.addListener(first);
        return first;
    }

    /** How many messages are in all lists. */
    long listed() {
        return store.mailboxes(ID).stream().mapToLong(StoredMailbox::total).sum();
    }

    /** How many messages are here as a whole. */
    long complete() {
        return store.mailboxes(ID).stream()
                .flatMap(mailbox -> store.rows(mailbox.id()).stream())
                .filter(MessageRow::complete)
                .count();
    }

    MailboxId inbox() {
        return store.mailboxes(ID).getFirst().id();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
