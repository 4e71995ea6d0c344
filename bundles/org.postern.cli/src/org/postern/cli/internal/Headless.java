package org.postern.cli.internal;

import org.postern.account.Account;
import org.postern.cli.DataFolders;
import org.postern.cli.Installation;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.credentials.CredentialStore;
import org.postern.diagnosis.Doctor;
import org.postern.diagnosis.DoctorParts;
import org.postern.net.Connector;
import org.postern.net.Resolver;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.search.IndexedMailSearch;
import org.postern.search.MailSearch;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientCertificates;
import org.postern.security.PinFolder;
import org.postern.security.Pins;
import org.postern.security.TrustSources;
import org.postern.store.PackedMailStore;
import org.postern.sync.AccountConnections;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.MailEngine;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What a workbench works with, without the workbench, for some accounts: the mail, which nobody
 * else has open meanwhile, and an engine that brings it up to date.
 */
public final class Headless implements AutoCloseable {

    private final List<Account> accounts;
    private final PackedMailStore store;
    private final MailSearch search;
    private final MailEngine engine;
    private final Doctor doctor;

    private Headless(
            DataFolders folders,
            Installation installed,
            CredentialStore credentials,
            List<Account> accounts,
            PackedMailStore store)
            throws MailException {
        this.accounts = accounts;
        this.store = store;
        PinFolder pins = PinFolder.open(folders.pins());
        Connector connector =
                new SocketConnector(
                        installed.connections(),
                        new CertificateJudge(TrustSources.systemAnd(folders.trusted())),
                        Resolver.system(),
                        pins);
        this.doctor = doctor(installed, credentials, pins, connector);
        ChosenAccounts chosen = new ChosenAccounts(accounts);
        this.search = IndexedMailSearch.open(store, chosen, folders.index());
        EngineParts parts =
                new EngineParts(
                        chosen,
                        credentials,
                        store,
                        installed.transports(),
                        installed.ports(),
                        connector,
                        folders.states());
        this.engine = engine(parts, search);
    }

    private static MailEngine engine(EngineParts parts, MailSearch search) throws MailException {
        try {
            return new MailEngine(parts, EnginePace.standard());
        } catch (MailException | RuntimeException e) {
            search.close();
            throw e;
        }
    }

    private static Doctor doctor(
            Installation installed, CredentialStore credentials, Pins pins, Connector connector) {
        AccountConnections connections =
                new AccountConnections(connector, credentials, new ClientCertificates());
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

    /**
     * Opens everything; nothing connects yet.
     *
     * @param credentials are only read
     * @param accounts the others are left alone
     * @throws MailException when somebody else has the mail open, or when a folder cannot be used;
     *     then nothing is left open
     */
    public static Headless open(
            DataFolders folders,
            Installation installed,
            CredentialStore credentials,
            List<Account> accounts)
            throws MailException {
        // First, for it tells whether anybody else is at work here.
        PackedMailStore store = PackedMailStore.open(folders.mail());
        try {
            return new Headless(folders, installed, credentials, accounts, store);
        } catch (MailException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public PackedMailStore store() {
        return store;
    }

    /** The account, if it is one of those that were chosen. */
    public Optional<Account> account(AccountId id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** Follows the store. */
    public MailSearch search() {
        return search;
    }

    public MailEngine engine() {
        return engine;
    }

    public Doctor doctor() {
        return doctor;
    }

    @Override
    public void close() {
        engine.close();
        search.close();
        store.close();
    }
}
