package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.security.internal.Known;
import org.postern.security.internal.PinFiles;

import java.lang.System.Logger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Pins in a folder, one file for each account. A file that cannot be read is kept under another
 * name and reported; its pins no longer count, so their servers are judged like any other, which
 * most of them do not pass; nor is a login of that account bound because it once was.
 */
public final class PinFolder implements Pins {

    private static final Logger LOG = System.getLogger(PinFolder.class.getName());

    private final PinFiles files;
    private final Map<AccountId, Map<Endpoint, Known>> accounts;

    private PinFolder(PinFiles files) throws MailException {
        this.files = files;
        this.accounts = files.load();
    }

    /**
     * Reads all pins of a folder, which is made when it is not there.
     *
     * @throws MailException with {@link org.postern.core.Failure.LocalStorage} when the folder
     *     itself cannot be read
     */
    public static PinFolder open(Path folder) throws MailException {
        return new PinFolder(new PinFiles(folder, false));
    }

    /**
     * Reads the pins of a folder that another program may have open. Nothing in it is made, renamed
     * or written: accepted certificates are not remembered, and pinning fails.
     *
     * @param folder need not be there
     * @throws MailException as {@link #open}
     */
    public static PinFolder look(Path folder) throws MailException {
        return new PinFolder(new PinFiles(folder, true));
    }

    /** Sentences about files that could not be read when the folder was opened. */
    public List<String> problems() {
        return files.problems();
    }

    /** Forgets what belongs to other accounts than these: trials that were never saved. */
    public synchronized void keepOnly(Set<AccountId> existing) throws MailException {
        for (AccountId account : List.copyOf(accounts.keySet())) {
            if (!existing.contains(account)) {
                forget(account);
            }
        }
    }

    @Override
    public synchronized Optional<X509Certificate> pinned(AccountId account, Endpoint server) {
        return known(account, server).pinned();
    }

    @Override
    public synchronized Optional<X509Certificate> lastAccepted(AccountId account, Endpoint server) {
        return known(account, server).accepted();
    }

    private Known known(AccountId account, Endpoint server) {
        return accounts.getOrDefault(account, Map.of())
                .getOrDefault(inOneForm(server), Known.NOTHING);
    }

    /** However it was typed, it is the same server. */
    private static Endpoint inOneForm(Endpoint server) {
        try {
            return new Endpoint(ReferenceHost.of(server.host()).name(), server.port());
        } catch (IllegalArgumentException e) {
            // Nobody ever connects to such a host, so it does not matter how it is written.
            return server;
        }
    }

    @Override
    public void pin(AccountId account, Endpoint server, X509Certificate leaf) throws MailException {
        change(account, server, known -> known.withPin(leaf));
    }

    @Override
    public void unpin(AccountId account, Endpoint server) throws MailException {
        change(account, server, Known::withoutCertificates);
    }

    @Override
    public List<Endpoint> pinnedServers(AccountId account) {
        return servers(account, known -> known.pinned().isPresent());
    }

    @Override
    public void accepted(AccountId account, Endpoint server, X509Certificate leaf) {
        if (files.readOnly()) {
            return;
        }
        try {
            change(account, server, known -> known.withAccepted(leaf));
        } catch (MailException e) {
            LOG.log(Logger.Level.WARNING, "an accepted certificate was not remembered", e);
        }
    }

    @Override
    public synchronized Optional<Instant> boundSince(AccountId account, Endpoint server) {
        return known(account, server).boundSince();
    }

    @Override
    public synchronized void bound(AccountId account, Endpoint server, Instant now) {
        Map<Endpoint, Known> servers = with(account, server, known -> known.bound(now));
        if (servers.equals(accounts.put(account, servers)) || files.readOnly()) {
            return;
        }
        try {
            files.store(account, servers);
        } catch (MailException e) {
            LOG.log(Logger.Level.WARNING, "that a login was bound was not written", e);
        }
    }

    @Override
    public void unbind(AccountId account, Endpoint server) throws MailException {
        change(account, server, Known::unbound);
    }

    @Override
    public List<Endpoint> boundServers(AccountId account) {
        return servers(account, known -> known.boundSince().isPresent());
    }

    private synchronized List<Endpoint> servers(AccountId account, Predicate<Known> which) {
        return accounts.getOrDefault(account, Map.of()).entrySet().stream()
                .filter(server -> which.test(server.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void change(AccountId account, Endpoint server, UnaryOperator<Known> what)
            throws MailException {
        Map<Endpoint, Known> servers = with(account, server, what);
        if (!servers.equals(accounts.getOrDefault(account, Map.of()))) {
            files.store(account, servers);
            accounts.put(account, servers);
        }
    }

    /** All of the account's servers after a change of one. */
    private Map<Endpoint, Known> with(
            AccountId account, Endpoint server, UnaryOperator<Known> what) {
        Map<Endpoint, Known> servers =
                new LinkedHashMap<>(accounts.getOrDefault(account, Map.of()));
        Endpoint key = inOneForm(server);
        Known after = what.apply(servers.getOrDefault(key, Known.NOTHING));
        if (after.equals(Known.NOTHING)) {
            servers.remove(key);
        } else {
            servers.put(key, after);
        }
        return servers;
    }

    @Override
    public synchronized void forget(AccountId account) throws MailException {
        files.remove(account);
        accounts.remove(account);
    }
}
