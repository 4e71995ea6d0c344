package org.postern.credentials.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialGlance;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.credentials.SecureCredentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looking at secrets that somebody else has open. Needs a running Equinox. */
class CredentialGlanceTest {

    private static final AccountId ACCOUNT = new AccountId("a");
    private static final char[] CHARACTERS = "öffne dich".toCharArray();

    @TempDir Path top;
    private Path folder;

    @BeforeEach
    void store() throws MailException {
        folder = top.resolve("secrets");
        try (Secret secret = Secret.of(CHARACTERS)) {
            SecureCredentials.withKeyFileIn(folder).write(ACCOUNT, secret);
        }
    }

    private static void assertReads(Path place) throws MailException {
        try (Secret read = CredentialGlance.at(place).read(ACCOUNT).orElseThrow()) {
            assertArrayEquals(CHARACTERS, read.characters());
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.toList()) {
                String text = Files.isRegularFile(file) ? Files.readString(file) : "";
                all.put(file.toString(), Files.getLastModifiedTime(file) + text);
            }
        }
        return all;
    }

    @Test
    void whatIsStoredIsReadAndNothingIsChanged() throws Exception {
        Files.writeString(folder.resolve("half.part"), "written");
        Map<String, String> before = contents();
        assertReads(folder);
        assertTrue(CredentialGlance.at(folder).read(new AccountId("b")).isEmpty());
        assertTrue(CredentialGlance.at(folder).read(ACCOUNT, Purpose.CERTIFICATE).isEmpty());
        assertEquals(before, contents());
    }

    @Test
    void whileTheOtherWritesTheCopyIsRead() throws Exception {
        Path elsewhere = Files.createDirectory(top.resolve("elsewhere"));
        Files.copy(folder.resolve("key"), elsewhere.resolve("key"));
        Files.copy(folder.resolve("secure_storage"), elsewhere.resolve("secure_storage.before"));
        Files.writeString(elsewhere.resolve("secure_storage"), "half");
        assertReads(elsewhere);
        assertTrue(Files.exists(elsewhere.resolve("secure_storage.before")));
    }

    @Test
    void whereNothingIsStoredNothingIsMade() throws Exception {
        Path nowhere = top.resolve("nowhere");
        assertTrue(CredentialGlance.at(nowhere).read(ACCOUNT).isEmpty());
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void aLostKeyIsSaidSoAndNotMadeAnew() throws Exception {
        Files.delete(folder.resolve("key"));
        MailException failed =
                assertThrows(MailException.class, () -> CredentialGlance.at(folder).read(ACCOUNT));
        assertInstanceOf(Failure.CredentialsUnavailable.class, failed.failure());
        assertFalse(Files.exists(folder.resolve("key")));
    }

    @Test
    void nobodyWritesThroughIt() throws Exception {
        CredentialGlance glance = CredentialGlance.at(folder);
        try (Secret secret = Secret.of(CHARACTERS)) {
            assertThrows(MailException.class, () -> glance.write(ACCOUNT, secret));
        }
        assertThrows(MailException.class, () -> glance.forget(ACCOUNT));
        assertReads(folder);
    }
}
