package org.postern.credentials.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.credentials.SecureCredentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Needs a running Equinox, as secure storage does. */
class SecureCredentialsTest {

    private static final AccountId A = new AccountId("a");
    private static final AccountId B = new AccountId("b");
    private static final String PASSWORD = "pä\u00df\u5b57\ud83d\ude00 geheim";

    @TempDir Path top;

    @Test
    void readsBackEveryCharacter() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        assertEquals(Optional.empty(), text(credentials, A));
        write(credentials, A, PASSWORD);
        write(credentials, B, "other");
        assertEquals(Optional.of(PASSWORD), text(credentials, A));
        assertEquals(Optional.of("other"), text(credentials, B));
        write(credentials, A, "new");
        assertEquals(Optional.of("new"), text(credentials, A));
    }

    @Test
    void isDurableWhenWriteReturns() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        SecureCredentials elsewhere = SecureCredentials.withKeyFileIn(copied("c", "d"));
        assertEquals(Optional.of(PASSWORD), text(elsewhere, A));
    }

    @Test
    void forgets() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        write(credentials, A, PASSWORD);
        credentials.forget(A);
        credentials.forget(B);
        assertEquals(Optional.empty(), text(credentials, A));
        assertEquals(Optional.empty(), text(SecureCredentials.withKeyFileIn(copied("c", "d")), A));
    }

    @Test
    void keepsTheSecretOfEachPurposeApart() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        write(credentials, A, Purpose.CERTIFICATE, "pin");
        assertEquals(Optional.empty(), text(credentials, A));
        write(credentials, A, PASSWORD);
        assertEquals(Optional.of(PASSWORD), text(credentials, A));
        assertEquals(Optional.of("pin"), text(credentials, A, Purpose.CERTIFICATE));
    }

    @Test
    void forgetsTheSecretOfOnePurposeAlone() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        write(credentials, A, PASSWORD);
        write(credentials, A, Purpose.CERTIFICATE, "pin");
        credentials.forget(A, Purpose.LOGIN);
        assertEquals(Optional.empty(), text(credentials, A));
        SecureCredentials elsewhere = SecureCredentials.withKeyFileIn(copied("c", "d"));
        assertEquals(Optional.of("pin"), text(elsewhere, A, Purpose.CERTIFICATE));
    }

    @Test
    void forgetsAllSecretsOfAnAccount() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        write(credentials, A, PASSWORD);
        write(credentials, A, Purpose.CERTIFICATE, "pin");
        credentials.forget(A);
        SecureCredentials elsewhere = SecureCredentials.withKeyFileIn(copied("c", "d"));
        assertEquals(Optional.empty(), text(elsewhere, A));
        assertEquals(Optional.empty(), text(elsewhere, A, Purpose.CERTIFICATE));
    }

    @Test
    void letsNobodyElseReadItsFiles() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        assertEquals("rwx------", modes(top.resolve("c")));
        List<Path> files = files("c");
        assertEquals(2, files.size(), files.toString());
        for (Path file : files) {
            assertEquals("rw-------", modes(file), file.toString());
        }
    }

    @Test
    void writesNoSecretInClear() throws Exception {
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(top.resolve("c"));
        write(credentials, A, PASSWORD);
        byte[] utf8 = PASSWORD.getBytes(StandardCharsets.UTF_8);
        for (Path file : files("c")) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("geheim"), file.toString());
            assertFalse(text.contains(Base64.getEncoder().encodeToString(utf8).substring(0, 12)));
        }
        assertFalse(credentials.toString().contains("geheim"));
    }

    @Test
    void saysSoWhenAPasswordCannotBeDecryptedAndLosesNothing() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        Path other = copied("c", "d");
        Files.delete(other.resolve("key"));
        write(SecureCredentials.withKeyFileIn(top.resolve("e")), A, "x");
        Files.copy(top.resolve("e").resolve("key"), other.resolve("key"));
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(other);
        assertInstanceOf(Failure.CredentialsUnavailable.class, failure(credentials));
        byte[] before = Files.readAllBytes(other.resolve("secure_storage"));
        write(credentials, A, "again");
        assertEquals(Optional.of("again"), text(credentials, A));
        assertArrayEquals(
                before, Files.readAllBytes(other.resolve("secure_storage.copy.damaged-1")));
    }

    @Test
    void makesNoNewKeyWhilePasswordsNeedTheOld() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        Path other = copied("c", "d");
        byte[] key = Files.readAllBytes(other.resolve("key"));
        Files.delete(other.resolve("key"));
        assertTrue(sentence(SecureCredentials.withKeyFileIn(other)).contains("missing"));
        Files.write(other.resolve("key"), new byte[] {'x'});
        assertTrue(sentence(SecureCredentials.withKeyFileIn(other)).contains("damaged"));
        Files.write(other.resolve("key"), key);
        assertEquals(Optional.of(PASSWORD), text(SecureCredentials.withKeyFileIn(other), A));
    }

    @Test
    void beginsAnewWithALostKeyWhenThePasswordIsEnteredAgain() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        Path other = copied("c", "d");
        byte[] before = Files.readAllBytes(other.resolve("secure_storage"));
        Files.write(other.resolve("key"), new byte[] {'x'});
        SecureCredentials credentials = SecureCredentials.withKeyFileIn(other);
        assertInstanceOf(Failure.CredentialsUnavailable.class, failure(credentials));
        write(credentials, A, "again");
        assertEquals(Optional.of("again"), text(credentials, A));
        assertArrayEquals(before, Files.readAllBytes(other.resolve("secure_storage.damaged-1")));
        assertTrue(Files.exists(other.resolve("key.damaged-1")));
    }

    @Test
    void restoresWhatACrashLeftHalfWritten() throws Exception {
        write(SecureCredentials.withKeyFileIn(top.resolve("c")), A, PASSWORD);
        Path other = copied("c", "d");
        byte[] whole = Files.readAllBytes(other.resolve("secure_storage"));
        Files.write(other.resolve("secure_storage.before"), whole);
        Files.write(other.resolve("secure_storage"), new byte[] {'#', '\n'});
        assertEquals(Optional.of(PASSWORD), text(SecureCredentials.withKeyFileIn(other), A));
        assertFalse(Files.exists(other.resolve("secure_storage.before")));
    }

    @Test
    void saysWhereSecretsAre() {
        assertTrue(SecureCredentials.withKeyFileIn(top.resolve("c")).place().contains("encrypted"));
    }

    private static String sentence(SecureCredentials credentials) {
        return ((Failure.CredentialsUnavailable) failure(credentials)).detail();
    }

    private static Failure failure(SecureCredentials credentials) {
        return assertThrows(MailException.class, () -> credentials.read(A)).failure();
    }

    private static void write(SecureCredentials credentials, AccountId account, String password)
            throws MailException {
        write(credentials, account, Purpose.LOGIN, password);
    }

    private static void write(
            SecureCredentials credentials, AccountId account, Purpose purpose, String password)
            throws MailException {
        try (Secret secret = Secret.of(password.toCharArray())) {
            credentials.write(account, purpose, secret);
        }
    }

    private static Optional<String> text(SecureCredentials credentials, AccountId account)
            throws MailException {
        return text(credentials, account, Purpose.LOGIN);
    }

    private static Optional<String> text(
            SecureCredentials credentials, AccountId account, Purpose purpose)
            throws MailException {
        return credentials.read(account, purpose).map(secret -> new String(secret.characters()));
    }

    private Path copied(String from, String to) throws IOException {
        Path target = Files.createDirectory(top.resolve(to));
        for (Path file : files(from)) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        return target;
    }

    private List<Path> files(String name) throws IOException {
        try (var files = Files.list(top.resolve(name))) {
            return files.toList();
        }
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
