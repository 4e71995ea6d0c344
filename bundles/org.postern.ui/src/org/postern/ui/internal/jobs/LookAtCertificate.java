package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.postern.account.Account;
import org.postern.account.ClientCertificate;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.security.CertificateExpiry;
import org.postern.security.ClientCertificates;
import org.postern.security.ClientIdentity;
import org.postern.transport.ConnectionPlan;
import org.postern.ui.Services;
import org.postern.ui.internal.Exposure;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.certificates.CertificateFacts;
import org.postern.ui.internal.look.Fact;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an account's client certificate to say until when it holds. */
public final class LookAtCertificate extends MailJob {

    private final Services services;
    private final Account account;
    private final ClientCertificate where;
    private final Optional<Secret> typed;
    private final Consumer<Fact> hearer;

    private LookAtCertificate(
            Services services,
            Account account,
            ClientCertificate where,
            Optional<Secret> typed,
            Consumer<Fact> hearer) {
        super(Messages.Job_lookAtCertificate);
        this.services = services;
        this.account = account;
        this.where = where;
        this.typed = typed;
        this.hearer = hearer;
        setSystem(true);
    }

    /**
     * Starts it when the account has one.
     *
     * @param hearer called on any thread with what there is to say
     */
    public static void schedule(Services services, Account account, Consumer<Fact> hearer) {
        account.incoming()
                .certificate()
                .ifPresent(where -> schedule(services, account, where, Optional.empty(), hearer));
    }

    /**
     * Starts it for a certificate that is being chosen.
     *
     * @param typed its password, closed at the end; empty uses the stored one
     * @param hearer called on any thread with what there is to say
     */
    public static void schedule(
            Services services,
            Account account,
            ClientCertificate where,
            Optional<Secret> typed,
            Consumer<Fact> hearer) {
        new LookAtCertificate(services, account, where, typed, hearer).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        Optional<Secret> secret =
                typed.isPresent()
                        ? typed
                        : services.credentials().read(account.id(), Purpose.CERTIFICATE);
        try {
            X509Certificate leaf = read(secret).chain().getFirst();
            Instant now = Instant.now();
            String text =
                    CertificateFacts.shortName(leaf)
                            + "\n"
                            + Messages.bind(
                                    Messages.Posture_validUntil, CertificateFacts.ends(leaf, now));
            Fact.Tone tone = CertificateFacts.tone(CertificateExpiry.of(leaf, now));
            hearer.accept(new Fact(Messages.Posture_client, text, tone));
        } finally {
            secret.ifPresent(Secret::close);
        }
    }

    private ClientIdentity read(Optional<Secret> secret) throws MailException {
        Endpoint peer =
                Exposure.plan(services, account)
                        .flatMap(ConnectionPlan::endpoint)
                        .orElseGet(() -> new Endpoint("localhost", new Port(1)));
        ClientCertificates certificates = new ClientCertificates();
        return switch (where.kind()) {
            case PKCS12 -> certificates.fromFile(peer, where.location(), where.alias(), secret);
            case PKCS11 -> certificates.fromToken(peer, where.location(), where.alias(), secret);
        };
    }

    @Override
    IStatus failed(MailException problem) {
        String why = why(problem.failure());
        hearer.accept(new Fact(Messages.Posture_client, why, Fact.Tone.ALARM));
        return Status.OK_STATUS;
    }

    /** What exactly is wrong with the file or the token, where that is known. */
    private String why(Failure failure) {
        return failure instanceof Failure.ClientCertificateRefused refused
                        && !refused.detail().isBlank()
                ? refused.detail()
                : services.diagnostician().diagnose(account, failure).meaning();
    }
}
