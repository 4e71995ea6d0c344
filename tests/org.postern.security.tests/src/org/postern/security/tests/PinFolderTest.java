package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.security.PinFolder;
import org.postern.testing.CertificateKind;
import org.postern.testing.TestCa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class PinFolderTest {

    private static final TestCa CA = TestCa.shared();
    private static final AccountId HOME = new AccountId("home");
    private static final AccountId WORK = new AccountId("work");
    private static final Instant FIRST = Instant.parse("2026-11-24T13:00:00Z");
    private static final Endpoint SERVER = server("mail.example.org", 993);

    private final X509Certificate own = CA.identity(CertificateKind.SELF_SIGNED).leaf();
    private final X509Certificate sound = CA.sound().leaf();

    @TempDir private Path temporary;
    private Path folder;
    private PinFolder pins;

    @BeforeEach
    void openFolder() throws MailException {
        folder = temporary.resolve("pins");
        pins = PinFolder.open(folder);
    }

    @Test
    void aPinIsThereAgainAfterARestart() throws MailException {
        pins.pin(HOME, SERVER, own);
        assertEquals(Optional.of(own), reopened().pinned(HOME, SERVER));
        assertEquals(List.of(SERVER), reopened().pinnedServers(HOME));
    }

    @Test
    void aPinHoldsForItsAccountAlone() throws MailException {
        pins.pin(HOME, SERVER, own);
        assertEquals(Optional.empty(), pins.pinned(WORK, SERVER));
    }

    @Test
    void aPinHoldsForItsPortAlone() throws MailException {
        pins.pin(HOME, SERVER, own);
        assertEquals(Optional.empty(), pins.pinned(HOME, server("mail.example.org", 995)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL.example.ORG", "mail.example.org."})
    void aServerIsTheSameHoweverItsNameIsTyped(String typed) throws MailException {
        pins.pin(HOME, SERVER, own);
        assertEquals(Optional.of(own), pins.pinned(HOME, server(typed, 993)));
    }

    @Test
    void aPinThatIsTakenBackIsGoneForGoodAndTheServerCountsAsNew() throws MailException {
        pins.pin(HOME, SERVER, own);
        pins.accepted(HOME, SERVER, own);
        pins.unpin(HOME, SERVER);
        PinFolder later = reopened();
        assertEquals(Optional.empty(), later.pinned(HOME, SERVER));
        assertEquals(Optional.empty(), later.lastAccepted(HOME, SERVER));
        assertEquals(List.of(), later.pinnedServers(HOME));
    }

    @Test
    void theLastAcceptedCertificateIsRememberedAndPinsNothing() throws MailException {
        pins.accepted(HOME, SERVER, own);
        pins.accepted(HOME, SERVER, sound);
        assertEquals(Optional.of(sound), reopened().lastAccepted(HOME, SERVER));
        assertEquals(Optional.empty(), reopened().pinned(HOME, SERVER));
        assertEquals(List.of(), reopened().pinnedServers(HOME));
    }

    @Test
    void nothingIsWrittenWhenTheSameCertificateIsAcceptedAgain() throws Exception {
        pins.accepted(HOME, SERVER, own);
        Files.delete(file(HOME));
        pins.accepted(HOME, SERVER, own);
        assertFalse(Files.exists(file(HOME)));
    }

    @Test
    void thatACertificateCannotBeRememberedBreaksNothing() throws Exception {
        Files.delete(folder);
        pins.accepted(HOME, SERVER, own);
        assertEquals(Optional.empty(), pins.lastAccepted(HOME, SERVER));
    }

    @Test
    void aPinThatCannotBeWrittenIsRefusedAndDoesNotCount() throws Exception {
        Files.delete(folder);
        var refusal = assertThrows(MailException.class, () -> pins.pin(HOME, SERVER, own));
        assertTrue(refusal.failure() instanceof Failure.LocalStorage);
        assertEquals(Optional.empty(), pins.pinned(HOME, SERVER));
    }

    @Test
    void theFirstBoundLoginIsRememberedOverARestart() throws MailException {
        pins.bound(HOME, SERVER, FIRST);
        pins.bound(HOME, SERVER, FIRST.plusSeconds(60));
        PinFolder later = reopened();
        assertEquals(Optional.of(FIRST), later.boundSince(HOME, server("MAIL.example.org", 993)));
        assertEquals(List.of(SERVER), later.boundServers(HOME));
        assertEquals(Optional.empty(), later.boundSince(WORK, SERVER));
        assertEquals(Optional.empty(), later.boundSince(HOME, server("mail.example.org", 995)));
    }

    @Test
    void onlyWhoForgetsTheBindingIsRidOfIt() throws MailException {
        pins.pin(HOME, SERVER, own);
        pins.bound(HOME, SERVER, FIRST);
        pins.unpin(HOME, SERVER);
        assertEquals(Optional.of(FIRST), reopened().boundSince(HOME, SERVER));
        pins.pin(HOME, SERVER, own);
        pins.unbind(HOME, SERVER);
        assertEquals(Optional.empty(), reopened().boundSince(HOME, SERVER));
        assertEquals(Optional.of(own), reopened().pinned(HOME, SERVER));
    }

    @Test
    void aBoundLoginThatCannotBeWrittenCountsUntilTheEnd() throws Exception {
        PinFolder looking = PinFolder.look(folder);
        looking.bound(HOME, SERVER, FIRST);
        Files.delete(folder);
        pins.bound(HOME, SERVER, FIRST);
        for (PinFolder each : List.of(looking, pins)) {
            assertEquals(Optional.of(FIRST), each.boundSince(HOME, SERVER));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void aTimeOfBindingThatNobodyCanReadIsReported() throws Exception {
        pins.bound(HOME, SERVER, FIRST);
        String text = Files.readString(file(HOME));
        Files.writeString(file(HOME), text.replace(FIRST.toString(), "yesterday"));
        assertEquals(1, reopened().problems().size());
    }

    @Test
    void aRemovedAccountIsForgotten() throws MailException {
        pins.pin(HOME, SERVER, own);
        pins.pin(WORK, SERVER, own);
        pins.forget(HOME);
        assertEquals(Optional.empty(), reopened().pinned(HOME, SERVER));
        assertEquals(Optional.of(own), reopened().pinned(WORK, SERVER));
    }

    @Test
    void accountsThatWereNeverSavedAreSweptAway() throws MailException {
        pins.pin(HOME, SERVER, own);
        pins.pin(WORK, SERVER, own);
        pins.keepOnly(Set.of(WORK));
        assertEquals(Optional.empty(), reopened().pinned(HOME, SERVER));
        assertEquals(Optional.of(own), reopened().pinned(WORK, SERVER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version = 0",
                "version = 2",
                "nonsense",
                "version = 1\nserver.1.host = a\nserver.1.port = 0",
                "version = 1\nserver.1.host = a/b\nserver.1.port = 1",
                "version = 1\nserver.1.host = a\nserver.1.port = 1\nserver.1.pinned = AAAA",
                "version = 1\nserver.1.host = a\nserver.1.port = 1\nserver.1.pinned = !",
                "version = 1\nserver.2.host = a\nserver.2.port = 1"
            })
    void aDamagedFileIsReportedAndKeptAndItsPinsDoNotCount(String text) throws Exception {
        pins.pin(HOME, SERVER, own);
        Files.writeString(file(HOME), text);
        PinFolder later = reopened();
        assertEquals(Optional.empty(), later.pinned(HOME, SERVER));
        assertEquals(1, later.problems().size());
        assertTrue(later.problems().getFirst().contains("home.pins"), later.problems()::toString);
        assertEquals(text, Files.readString(folder.resolve("home.pins.damaged-1")));
    }

    @Test
    void aDamagedFileDoesNotTouchOtherAccounts() throws Exception {
        pins.pin(WORK, SERVER, own);
        Files.writeString(file(HOME), "nonsense");
        assertEquals(Optional.of(own), reopened().pinned(WORK, SERVER));
    }

    @Test
    void aDamagedFileIsNotOverwrittenByTheNextPin() throws Exception {
        Files.writeString(file(HOME), "nonsense");
        reopened().pin(HOME, SERVER, own);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whoOnlyLooksChangesNothing() throws Exception {
        pins.pin(HOME, SERVER, own);
        Files.writeString(file(WORK), "nonsense");
        PinFolder looking = PinFolder.look(folder);
        looking.accepted(HOME, SERVER, sound);
        assertEquals(Optional.of(own), looking.pinned(HOME, SERVER));
        assertEquals(Optional.empty(), looking.lastAccepted(HOME, SERVER));
        assertThrows(MailException.class, () -> looking.pin(HOME, SERVER, sound));
        assertThrows(MailException.class, () -> looking.forget(HOME));
        assertEquals(1, looking.problems().size());
        assertEquals("nonsense", Files.readString(file(WORK)));
        assertEquals(Optional.of(own), reopened().pinned(HOME, SERVER));
    }

    @Test
    void whoOnlyLooksMakesNoFolder() throws Exception {
        Path nowhere = temporary.resolve("nowhere");
        assertEquals(Optional.empty(), PinFolder.look(nowhere).pinned(HOME, SERVER));
        assertFalse(Files.exists(nowhere));
    }

    private PinFolder reopened() throws MailException {
        return PinFolder.open(folder);
    }

    private Path file(AccountId account) {
        return folder.resolve(account + ".pins");
    }

    private static Endpoint server(String host, int port) {
        return new Endpoint(host, new Port(port));
    }
}
