package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.security.ClientCertificates;
import org.postern.security.ClientIdentity;
import org.postern.testing.ServerIdentity;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Client certificates in PKCS#12 files. */
class ClientFileTest {

    private static final Endpoint PEER = new Endpoint("mail.example.org", new Port(993));
    private static final String PASSWORD = "f\u00fcr mich";
    private static final Forge CA = Forge.root("Clients").below(Wish.authority("Below"));
    private static final ServerIdentity ALICE = CA.identity(Wish.named("CN=alice"));
    private static final ServerIdentity BOB = CA.identity(Wish.named("CN=bob"));

    @TempDir private Path folder;

    @Test
    void theOnlyKeyIsTakenWithItsChain() throws Exception {
        ClientIdentity read = read(file(Map.of("alice", ALICE)), "", PASSWORD);
        assertEquals(ALICE.chain(), read.chain());
        assertEquals(ALICE.key(), read.key());
    }

    @Test
    void theKeyThatIsNamedIsTaken() throws Exception {
        Path file = file(Map.of("alice", ALICE, "bob", BOB));
        assertEquals(BOB.chain(), read(file, "Bob", PASSWORD).chain());
    }

    @Test
    void severalKeysWithoutAChoiceAreRefusedAndListed() throws Exception {
        refused(file(Map.of("alice", ALICE, "bob", BOB)), "", PASSWORD, "alice", "bob");
    }

    @Test
    void aNameThatIsNotThereIsRefused() throws Exception {
        refused(file(Map.of("alice", ALICE)), "carol", PASSWORD, "carol", "alice");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        refused(folder.resolve("nowhere.p12"), "", PASSWORD, "nowhere.p12");
    }

    @Test
    void aWrongPasswordIsToldFromADamagedFile() throws Exception {
        refused(file(Map.of("alice", ALICE)), "", "wrong", "password");
        refused(file(Map.of("alice", ALICE)), "", "", "password");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.p12"), "Dear administrator,");
        refused(file, "", PASSWORD, "bad.p12", "cannot be read");
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws Exception {
        refused(file(Map.of()), "", PASSWORD, "no certificate with a key");
    }

    @Test
    void aFileWithoutAPasswordCanBeRead() throws Exception {
        Path file = written(Map.of("alice", ALICE), "");
        assertEquals(ALICE.chain(), read(file, "", "").chain());
    }

    @Test
    void anExpiredCertificateIsRefusedBeforeConnecting() throws Exception {
        Wish old = Wish.named("CN=old").valid(Duration.ofDays(-30), Duration.ofDays(-1));
        Failure.ClientCertificateRefused refusal =
                refusal(file(Map.of("old", CA.identity(old))), "", PASSWORD);
        assertEquals(ClientCertificateProblem.EXPIRED, refusal.problem());
        assertEquals(PEER, refusal.peer());
    }

    @Test
    void aCertificateThatHasNotBegunIsRefusedBeforeConnecting() throws Exception {
        Wish early = Wish.named("CN=early").valid(Duration.ofDays(1), Duration.ofDays(30));
        Failure.ClientCertificateRefused refusal =
                refusal(file(Map.of("early", CA.identity(early))), "", PASSWORD);
        assertEquals(ClientCertificateProblem.EXPIRED, refusal.problem());
    }

    @Test
    void nothingThatIsSaidHoldsThePassword() throws Exception {
        Failure refusal = refusal(file(Map.of("alice", ALICE)), "", "Tr0ub4dor");
        assertFalse(refusal.toString().contains("Tr0ub4dor"), refusal::toString);
    }

    private void refused(Path file, String alias, String password, String... words) {
        Failure.ClientCertificateRefused refusal = refusal(file, alias, password);
        assertEquals(ClientCertificateProblem.UNREADABLE, refusal.problem());
        for (String word : words) {
            assertTrue(refusal.detail().contains(word), refusal::detail);
        }
    }

    private Failure.ClientCertificateRefused refusal(Path file, String alias, String password) {
        var thrown = assertThrows(MailException.class, () -> read(file, alias, password));
        return assertInstanceOf(Failure.ClientCertificateRefused.class, thrown.failure());
    }

    private static ClientIdentity read(Path file, String alias, String password)
            throws MailException {
        Optional<Secret> secret =
                Optional.of(password)
                        .filter(p -> !p.isEmpty())
                        .map(p -> Secret.of(p.toCharArray()));
        return new ClientCertificates().fromFile(PEER, file.toString(), alias, secret);
    }

    private Path file(Map<String, ServerIdentity> keys) throws Exception {
        return written(keys, PASSWORD);
    }

    private Path written(Map<String, ServerIdentity> keys, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, ServerIdentity> each : keys.entrySet()) {
            store.setKeyEntry(
                    each.getKey(),
                    each.getValue().key(),
                    password.toCharArray(),
                    each.getValue().chain().toArray(X509Certificate[]::new));
        }
        Path file = folder.resolve("mine.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
