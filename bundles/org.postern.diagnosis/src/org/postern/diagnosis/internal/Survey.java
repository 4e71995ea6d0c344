package org.postern.diagnosis.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.diagnosis.Connecting;
import org.postern.diagnosis.DoctorParts;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Sibling;
import org.postern.net.Observation;
import org.postern.net.Timeouts;
import org.postern.security.PortPolicies;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.Transports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Looks at the other ways to a server, all at once and for a bounded time. No credentials are at
 * hand, not even a user name; in clear nothing but the greeting is read.
 */
public final class Survey {

    /** However slow the ways are, nobody waits longer for all of them. */
    static final Duration LIMIT = Duration.ofSeconds(8);

    private final Account account;
    private final Transports transports;
    private final PortPolicies ports;
    private final Connecting connecting;
    private final Timeouts glance;
    private final CopyOnWriteArrayList<Observation> addresses = new CopyOnWriteArrayList<>();

    public Survey(Account account, DoctorParts parts) {
        this.account = account;
        transports = parts.transports();
        ports = parts.ports();
        connecting = parts.connecting();
        glance = parts.glance();
    }

    /**
     * Whether other ways may say more about a failure. Where not even the name is known, where a
     * server was reached and told its mind about this user, or where this machine is at fault, they
     * do not; and a certificate is not mended by going round it.
     */
    public static boolean helps(Failure failure) {
        return switch (failure) {
            case Failure.Refused f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> f.step() != Step.RESOLVE && beforeLogin(f.step());
            case Failure.Closed f -> beforeLogin(f.step());
            case Failure.ClearTextOnTlsPort f -> true;
            case Failure.TlsOnClearTextPort f -> true;
            case Failure.OtherProtocol f -> true;
            case Failure.StartTlsMissing f -> true;
            case Failure.StartTlsRefused f -> true;
            case Failure.InjectedBeforeTls f -> true;
            case Failure.PreAuthenticated f -> true;
            case Failure.TlsTooOld f -> true;
            case Failure.NoCommonCipher f -> true;
            case Failure.HandshakeFailed f -> true;
            case Failure.LoginDisabled f -> true;
            default -> false;
        };
    }

    private static boolean beforeLogin(Step step) {
        return step.compareTo(Step.LOGIN) < 0;
    }

    /**
     * @param monitor cancelling ends all of it
     */
    public Surroundings run(IProgressMonitor monitor) {
        NullProgressMonitor all = new NullProgressMonitor();
        try {
            List<Way> ways = ways();
            ways.forEach(way -> way.start(all));
            return new Surroundings(List.copyOf(addresses), await(ways, monitor));
        } finally {
            all.setCanceled(true);
        }
    }

    /** Each way once, whatever settings lead to it; never the one that was tried. */
    private List<Way> ways() {
        Map<String, Way> found = new LinkedHashMap<>();
        Mends mends = new Mends(account.incoming(), transports, ports);
        for (ServerSettings settings : mends.others()) {
            plan(settings)
                    .filter(plan -> plan.endpoint().isPresent())
                    .ifPresent(plan -> found.putIfAbsent(plan.fingerprint(), way(settings, plan)));
        }
        plan(account.incoming()).map(ConnectionPlan::fingerprint).ifPresent(found::remove);
        return List.copyOf(found.values());
    }

    private Optional<ConnectionPlan> plan(ServerSettings settings) {
        try {
            return Optional.of(ConnectionPlan.of(account.with(settings), transports, ports));
        } catch (MailException e) {
            // Settings that cannot be used are no way to the server.
            return Optional.empty();
        }
    }

    private Way way(ServerSettings settings, ConnectionPlan plan) {
        Probe probe =
                new Probe(account.with(settings), plan, transports, connecting, glance, this::seen);
        return new Way(settings, plan, probe);
    }

    /** All ways lead to the same host; its addresses say something of every way. */
    private void seen(Observation seen) {
        if (seen instanceof Observation.Resolved) {
            addresses.addIfAbsent(seen);
        }
    }

    private static List<Sibling> await(List<Way> ways, IProgressMonitor monitor) {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<Sibling> all = new ArrayList<>();
        for (Way way : ways) {
            all.add(way.sibling(way.await(end, monitor)));
        }
        return all;
    }
}
