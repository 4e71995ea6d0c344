package org.postern.cli.internal.check;

import org.postern.cli.Installation;
import org.postern.credentials.CredentialStore;
import org.postern.diagnosis.Doctor;
import org.postern.diagnosis.DoctorParts;
import org.postern.net.Resolver;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientCertificates;
import org.postern.security.Pins;
import org.postern.security.TrustSources;
import org.postern.sync.AccountConnections;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes Doctors that connect as the engine would. Who is trusted is read once for all that trust
 * the same. Thread-safe.
 */
final class Doctors {

    private final Installation installed;
    private final CredentialStore credentials;
    private final Pins pins;
    private final Map<List<Path>, AccountConnections> connections = new ConcurrentHashMap<>();

    /**
     * @param credentials hold the passwords of client certificates
     */
    Doctors(Installation installed, CredentialStore credentials, Pins pins) {
        this.installed = installed;
        this.credentials = credentials;
        this.pins = pins;
    }

    /**
     * @param authorities files and folders that are trusted beside what this machine trusts
     * @param timeOut for each step; empty takes the usual ones
     */
    Doctor doctor(List<Path> authorities, Optional<Duration> timeOut) {
        AccountConnections made = connections.computeIfAbsent(authorities, this::connections);
        return new Doctor(
                new DoctorParts(
                        installed.transports(),
                        installed.ports(),
                        installed.rules(),
                        made::connector,
                        pins,
                        timeOut.map(Timeouts::of).orElse(Timeouts.DEFAULT),
                        Clock.systemUTC()));
    }

    private AccountConnections connections(List<Path> authorities) {
        CertificateJudge judge = new CertificateJudge(TrustSources.systemAnd(authorities));
        return new AccountConnections(
                new SocketConnector(installed.connections(), judge, Resolver.system(), pins),
                credentials,
                new ClientCertificates());
    }
}
