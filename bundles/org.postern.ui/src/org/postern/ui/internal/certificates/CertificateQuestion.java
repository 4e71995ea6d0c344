package org.postern.ui.internal.certificates;

import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.security.PinOffer;
import org.postern.ui.Services;
import org.postern.ui.internal.jobs.PinCertificate;

import java.security.cert.X509Certificate;

/** Shows a certificate that was not accepted, with what the user may do about it. */
public final class CertificateQuestion {

    private final Services services;
    private final Account account;
    private final Failure.CertificateRejected rejected;

    public CertificateQuestion(
            Services services, Account account, Failure.CertificateRejected rejected) {
        this.services = services;
        this.account = account;
        this.rejected = rejected;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param trusted called on any thread when the certificate is pinned
     * @param settings called when the user wants to see the account's settings
     */
    public void ask(Shell parent, Runnable trusted, Runnable settings) {
        PinOffer offer = PinOffer.of(services.pins(), account.id(), rejected);
        boolean known = offer.before().isPresent() && offer.offered().isPresent();
        if (known) {
            X509Certificate before = offer.before().orElseThrow();
            X509Certificate now = offer.offered().orElseThrow();
            if (new ComparisonDialog(parent, account, rejected, before, now).ask()) {
                settings.run();
            }
            return;
        }
        boolean pinnable = offer.permission() == PinOffer.Permission.MAY_PIN;
        if (new PinDialog(parent, account, rejected, pinnable).ask()) {
            PinCertificate.schedule(
                    services, account, rejected.peer(), offer.offered().orElseThrow(), trusted);
        }
    }
}
