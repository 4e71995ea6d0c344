package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.CertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.security.Fingerprint;
import org.postern.security.PinFolder;
import org.postern.security.PinOffer;
import org.postern.security.PinOffer.Permission;
import org.postern.testing.CertificateKind;
import org.postern.testing.TestCa;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A pin is offered at setup only, never in answer to a change (RFC 8314 §5.4). */
class PinOfferTest {

    private static final TestCa CA = TestCa.shared();
    private static final AccountId ACCOUNT = new AccountId("home");
    private static final Endpoint SERVER = new Endpoint("mail.example.org", new Port(993));

    private final X509Certificate own = CA.identity(CertificateKind.SELF_SIGNED).leaf();
    private final X509Certificate other = CA.sound().leaf();

    @TempDir private Path folder;
    private PinFolder pins;

    @BeforeEach
    void openFolder() throws MailException {
        pins = PinFolder.open(folder);
    }

    @Test
    void aNewServerMayBePinned() {
        PinOffer offer = offer(CertificateProblem.SELF_SIGNED, own);
        assertEquals(new PinOffer(Permission.MAY_PIN, Optional.of(own), Optional.empty()), offer);
    }

    @Test
    void aServerThatAnAuthorityVouchedForIsOnlyCompared() {
        pins.accepted(ACCOUNT, SERVER, other);
        PinOffer offer = offer(CertificateProblem.SELF_SIGNED, own);
        assertEquals(
                new PinOffer(Permission.COMPARE_ONLY, Optional.of(own), Optional.of(other)), offer);
    }

    @Test
    void aServerWithAPinIsOnlyCompared() throws MailException {
        pins.pin(ACCOUNT, SERVER, other);
        PinOffer offer = offer(CertificateProblem.PIN_CHANGED, own);
        assertEquals(
                new PinOffer(Permission.COMPARE_ONLY, Optional.of(own), Optional.of(other)), offer);
    }

    @Test
    void afterThePinIsTakenBackTheServerCountsAsNew() throws MailException {
        pins.pin(ACCOUNT, SERVER, other);
        pins.accepted(ACCOUNT, SERVER, other);
        pins.unpin(ACCOUNT, SERVER);
        assertEquals(Permission.MAY_PIN, offer(CertificateProblem.SELF_SIGNED, own).permission());
    }

    @Test
    void aRevokedCertificateIsNeverPinned() {
        assertEquals(Permission.NEVER, offer(CertificateProblem.REVOKED, own).permission());
    }

    @Test
    void aKeyThatIsTooWeakIsNeverPinned() {
        X509Certificate weak =
                Forge.root("Weak").certify(Wish.server().keys(Wish.newKeys("RSA", 1024)));
        assertEquals(Permission.NEVER, offer(CertificateProblem.WEAK, weak).permission());
    }

    @Test
    void whereNothingWasShownNothingIsPinned() {
        assertEquals(Permission.NEVER, offer(CertificateProblem.OTHER).permission());
    }

    @Test
    void aFingerprintIsConfirmedByItsLastDigitsHoweverTheyAreTyped() {
        Fingerprint print = Fingerprint.of(own);
        String tail = print.text().substring(print.text().length() - 11);
        assertTrue(print.isConfirmedBy(tail));
        assertTrue(print.isConfirmedBy(" " + tail.toLowerCase().replace(':', ' ')));
        assertTrue(print.isConfirmedBy(print.tail()));
        assertTrue(print.isConfirmedBy(print.text()));
    }

    @Test
    void aFingerprintIsNotConfirmedByLessOrOther() {
        Fingerprint print = Fingerprint.of(own);
        assertFalse(print.isConfirmedBy(""));
        assertFalse(print.isConfirmedBy(print.tail().substring(1)));
        assertFalse(print.isConfirmedBy(Fingerprint.of(other).tail()));
        assertFalse(print.isConfirmedBy("0" + print.text()));
    }

    private PinOffer offer(CertificateProblem problem, X509Certificate... chain) {
        return PinOffer.of(
                pins,
                ACCOUNT,
                new Failure.CertificateRejected(SERVER, problem, List.of(chain), List.of(), ""));
    }
}
