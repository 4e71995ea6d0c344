package org.postern.app.internal;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.Identity;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.demo.DemoAccount;
import org.postern.demo.DemoServer;
import org.postern.transport.TransportDescriptor;
import org.postern.ui.Services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The demo server and the accounts on it. Its mail, passwords and authority are new with each
 * start, so the accounts of an earlier start are removed first.
 */
final class Demo implements AutoCloseable {

    private static final String PREFIX = "demo-";

    private final Services services;
    private final DemoServer server;

    private Demo(Services services, DemoServer server) {
        this.services = services;
        this.server = server;
    }

    /**
     * Starts the server and sets up its accounts. Blocks for a moment.
     *
     * @param folder where the authority's certificate goes
     */
    static Demo start(Services services, Path folder) throws IOException, MailException {
        removeTraces(services, folder);
        Demo demo = new Demo(services, DemoServer.start(folder));
        for (DemoAccount each : demo.server.accounts()) {
            demo.setUp(each);
        }
        return demo;
    }

    /** Removes what an earlier demo left. */
    static void removeTraces(Services services, Path folder) throws IOException, MailException {
        for (Account account : services.accounts().all()) {
            if (account.id().value().startsWith(PREFIX)) {
                services.accounts().remove(account.id());
                services.credentials().forget(account.id());
                services.store().forget(account.id());
            }
        }
        removeFiles(folder);
    }

    private static void removeFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void setUp(DemoAccount demo) throws MailException {
        Account account =
                new Account(
                        id(demo),
                        demo.name(),
                        List.of(Identity.of(demo.personName(), demo.address())),
                        settings(demo),
                        SyncOptions.DEFAULT);
        storePassword(account.id(), demo);
        services.accounts().save(account);
    }

    private static AccountId id(DemoAccount demo) {
        return new AccountId(
                PREFIX + demo.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private ServerSettings settings(DemoAccount demo) throws MailException {
        TransportDescriptor transport =
                services.transports()
                        .find(demo.kind().transport())
                        .orElseThrow(
                                () ->
                                        new MailException(
                                                new Failure.NoSuchTransport(
                                                        demo.kind().transport())));
        return new ServerSettings(
                transport.id(),
                server.host(),
                Optional.of(new Port(server.port(demo.kind()))),
                demo.user(),
                Authentication.PASSWORD,
                transport.security());
    }

    private void storePassword(AccountId id, DemoAccount demo) throws MailException {
        char[] password = server.password(demo);
        try (Secret secret = Secret.of(password)) {
            services.credentials().write(id, secret);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
