package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.security.ClientCertificates;
import org.postern.security.ClientIdentity;
import org.postern.testing.ServerIdentity;
import org.postern.testing.SoftToken;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.Map;
import java.util.Optional;

/** Client certificates in PKCS#11 tokens; SoftHSM is the token. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientTokenTest {

    private static final Endpoint PEER = new Endpoint("mail.example.org", new Port(993));
    private static final Forge CA = Forge.root("Clients");
    private static final ServerIdentity ALICE = CA.identity(Wish.named("CN=alice"));
    private static final ServerIdentity BOB =
            CA.identity(Wish.named("CN=bob").keys(Wish.newKeys("RSA", 2048)));

    @TempDir private static Path folder;

    @BeforeAll
    static void makeToken() throws Exception {
        SoftToken.make(folder, Map.of("alice", ALICE, "bob", BOB));
    }

    /** First of all: a token that was opened once stays open for the process. */
    @Test
    @Order(1)
    void aWrongPinIsRefusedAndNotTold() {
        Failure.ClientCertificateRefused refusal = refusal(SoftToken.module(), "alice", "161803");
        assertEquals(ClientCertificateProblem.UNREADABLE, refusal.problem());
        assertTrue(refusal.detail().contains("PIN"), refusal::detail);
        assertFalse(refusal.toString().contains("161803"), refusal::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "alice, SHA256withECDSA",
        "bob, SHA256withRSA",
    })
    void theKeySignsAndStaysInTheToken(String alias, String algorithm) throws Exception {
        ClientIdentity identity = read(SoftToken.module(), alias, SoftToken.PIN);
        assertNull(identity.key().getEncoded());
        assertEquals(
                alias.equals("alice") ? ALICE.leaf() : BOB.leaf(), identity.chain().getFirst());
        assertTrue(signs(identity, algorithm));
    }

    /** As TLS does it: nobody says which provider has the key. */
    private static boolean signs(ClientIdentity identity, String algorithm) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(identity.key());
        signature.update(new byte[64]);
        byte[] signed = signature.sign();
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(identity.chain().getFirst());
        check.update(new byte[64]);
        return check.verify(signed);
    }

    @Test
    void severalKeysWithoutAChoiceAreRefusedAndListed() {
        String detail = refusal(SoftToken.module(), "", SoftToken.PIN).detail();
        assertTrue(detail.contains("alice") && detail.contains("bob"), detail);
    }

    @Test
    void aModuleThatIsNotThereIsRefused() {
        String detail = refusal(folder.resolve("nowhere.so"), "", SoftToken.PIN).detail();
        assertTrue(detail.contains("nowhere.so"), detail);
    }

    @Test
    void aFileThatIsNoModuleIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.so"), "Dear administrator,");
        String detail = refusal(file, "", SoftToken.PIN).detail();
        assertTrue(detail.contains("letter.so") && detail.contains("PKCS #11"), detail);
    }

    @Test
    void aPathThatWouldChangeTheConfigurationIsRefused() {
        assertEquals(
                ClientCertificateProblem.UNREADABLE,
                refusal(Path.of("/tmp/a\"\nattributes = x"), "", SoftToken.PIN).problem());
    }

    private static Failure.ClientCertificateRefused refusal(Path module, String alias, String pin) {
        var thrown = assertThrows(MailException.class, () -> read(module, alias, pin));
        return assertInstanceOf(Failure.ClientCertificateRefused.class, thrown.failure());
    }

    private static ClientIdentity read(Path module, String alias, String pin) throws MailException {
        Optional<Secret> secret = Optional.of(Secret.of(pin.toCharArray()));
        return new ClientCertificates().fromToken(PEER, module.toString(), alias, secret);
    }
}
