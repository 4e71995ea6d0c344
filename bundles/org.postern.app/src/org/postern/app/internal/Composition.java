package org.postern.app.internal;

import org.eclipse.core.runtime.RegistryFactory;
import org.postern.account.AccountFolder;
import org.postern.account.DamagedAccount;
import org.postern.cli.DataFolders;
import org.postern.cli.Installation;
import org.postern.core.MailException;
import org.postern.credentials.CredentialStore;
import org.postern.credentials.SecureCredentials;
import org.postern.diagnosis.Doctor;
import org.postern.diagnosis.DoctorParts;
import org.postern.net.Connector;
import org.postern.net.Resolver;
import org.postern.net.RingWireLog;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.search.IndexedMailSearch;
import org.postern.search.MailSearch;
import org.postern.search.SavedQueries;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientCertificates;
import org.postern.security.PinFolder;
import org.postern.security.TrustSources;
import org.postern.store.PackedMailStore;
import org.postern.sync.AccountConnections;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.MailEngine;
import org.postern.ui.Services;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The composition root: makes everything that the workbench works with, and ends it. */
final class Composition implements AutoCloseable {

    private final AccountFolder accounts;
    private final CredentialStore credentials;
    private final PackedMailStore store;
    private final MailSearch search;
    private final SavedQueries savedQueries;
    private final Installation installed;
    private final TrustSources trust;
    private final PinFolder pins;
    private final RingWireLog log = new RingWireLog();
    private final Connector connector;
    private final MailEngine engine;
    private final PolicyWatch watch;

    private Composition(DataFolders folders) throws MailException {
        accounts = AccountFolder.open(folders.accounts());
        credentials = SecureCredentials.in(folders.secrets());
        store = PackedMailStore.open(folders.mail());
        search = IndexedMailSearch.open(store, accounts, folders.index());
        savedQueries = SavedQueries.open(folders.searches());
        installed = Installation.in(RegistryFactory.getRegistry());
        trust = TrustSources.systemAnd(folders.trusted());
        pins = PinFolder.open(folders.pins());
        new AccountTraces(accounts, pins, log::clear).follow();
        connector =
                new SocketConnector(
                        installed.connections(),
                        new CertificateJudge(trust),
                        Resolver.system(),
                        pins,
                        log);
        engine = engine(folders);
        watch = PolicyWatch.start(RegistryFactory.getRegistry(), engine::policiesChanged);
    }

    private MailEngine engine(DataFolders folders) throws MailException {
        return new MailEngine(
                new EngineParts(
                        accounts,
                        credentials,
                        store,
                        installed.transports(),
                        installed.ports(),
                        connector,
                        folders.states()),
                EnginePace.standard());
    }

    /**
     * Opens everything; nothing connects yet.
     *
     * @throws MailException when a folder cannot be used; then nothing is left open
     */
    static Composition open(DataFolders folders) throws MailException {
        return new Composition(folders);
    }

    /** What the workbench works with. */
    Services services() {
        return new Services(
                accounts,
                credentials,
                store,
                search,
                savedQueries,
                engine,
                engine.activities(),
                installed.transports(),
                installed.ports(),
                pins,
                doctor(),
                log);
    }

    private Doctor doctor() {
        var certificates = new ClientCertificates(Clock.systemUTC());
        var connections = new AccountConnections(connector, credentials, certificates);
        return new Doctor(
                new DoctorParts(
                        installed.transports(),
                        installed.ports(),
                        installed.rules(),
                        connections::connector,
                        pins,
                        Timeouts.DEFAULT,
                        Clock.systemUTC()));
    }

    /** Begins to look for mail; called when the accounts are prepared. */
    void start() {
        engine.start();
    }

    /** Sentences about what was found damaged or unusable. */
    List<String> problems() {
        List<String> all = new ArrayList<>();
        for (DamagedAccount damaged : accounts.damaged()) {
            all.add(Messages.format("Problem.account", damaged.file(), damaged.reason()));
        }
        all.addAll(store.problems());
        all.addAll(savedQueries.problems());
        all.addAll(installed.transports().problems());
        all.addAll(trust.get().problems());
        all.addAll(pins.problems());
        return all;
    }

    @Override
    public void close() {
        watch.close();
        engine.close();
        search.close();
        store.close();
    }
}
