package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.check.DoctorCommand;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PinFolder;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Stored accounts, examined beside a workbench that may have them open. */
class DoctorTest {

    private static JoesServer server;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new JoesServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void store() throws Exception {
        Files.createDirectory(folder.resolve("authorities"));
        TestCa.shared().writeRoot(folder.resolve("authorities/test.pem"));
        save("work", "Work", "localhost", server.dovecot().imapsPort());
    }

    private void save(String id, String name, String host, int port) throws Exception {
        ServerSettings settings =
                new ServerSettings(
                        "imaps",
                        host,
                        Optional.of(new Port(port)),
                        "joe",
                        Authentication.PASSWORD,
                        Security.TLS);
        AccountFolder.open(folder.resolve("accounts"))
                .save(
                        new Account(
                                new AccountId(id), name, List.of(), settings, SyncOptions.DEFAULT));
    }

    private Terminal doctor(String... words) throws Exception {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 2, words.length);
        all[0] = "--data";
        all[1] = folder.toString();
        DoctorCommand command =
                new DoctorCommand(
                        Terminal.INSTALLED, secrets -> FakeCredentials.of(JoesServer.PASSWORD));
        return Terminal.run(command, UTF_8, "", all);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String state =
                        Files.getLastModifiedTime(file)
                                + (Files.isRegularFile(file) ? Files.readString(file) : "");
                all.put(folder.relativize(file).toString(), state);
            }
        }
        return all;
    }

    @Test
    void anAccountIsFoundByIdOrName() throws Exception {
        for (String name : List.of("work", "Work", "WORK")) {
            Terminal seen = doctor("--json", name);
            assertEquals(ExitCode.SOUND, seen.exit(), seen.out());
            JsonObject answer = seen.json().getFirst();
            assertEquals("Work", answer.get("account").getAsString());
            assertEquals(7, answer.getAsJsonObject("counts").get("messages").getAsInt());
            assertFalse(seen.out().contains(JoesServer.PASSWORD));
            assertEquals(List.of(), JsonSchema.named("check-answer.schema.json").faults(answer));
        }
    }

    @Test
    void aPersonReadsTheSameAsOfACheck() throws Exception {
        Terminal seen = doctor("work");
        assertTrue(seen.out().startsWith("Work\n"), seen.out());
        assertTrue(seen.out().contains("7 messages"), seen.out());
    }

    @Test
    void nothingInTheDataFolderIsChanged() throws Exception {
        Files.writeString(folder.resolve("accounts/bad.account"), "nonsense");
        Files.writeString(folder.resolve("accounts/new.account-1.part"), "half written");
        Map<String, String> before = contents();
        Terminal seen = doctor("work");
        assertEquals(ExitCode.SOUND, seen.exit(), seen.out());
        assertTrue(seen.err().contains("bad.account"), seen.err());
        assertEquals(before, contents());
    }

    @Test
    void aPinnedCertificateIsTrustedAndNeverSound() throws Exception {
        try (Dovecot stranger = Dovecot.with().certificate(CertificateKind.SELF_SIGNED).start()) {
            save("pinned", "Pinned", "localhost", stranger.imapsPort());
            assertEquals(ExitCode.FAILED, doctor("pinned").exit());
            PinFolder.open(folder.resolve("pins"))
                    .pin(
                            new AccountId("pinned"),
                            new Endpoint("localhost", new Port(stranger.imapsPort())),
                            TestCa.shared()
                                    .identity(CertificateKind.SELF_SIGNED)
                                    .chain()
                                    .getFirst());
            Terminal seen = doctor("--json", "pinned");
            assertEquals(ExitCode.WARNING, seen.exit(), seen.out());
            JsonObject posture = seen.json().getFirst().getAsJsonObject("posture");
            assertEquals("pin", posture.get("trust").getAsString());
            assertFalse(posture.get("confidential").getAsBoolean());
        }
    }

    @Test
    void whoIsNotThereIsToldWithThoseWhoAre() throws Exception {
        String said = assertThrows(WrongUsage.class, () -> doctor("home")).getMessage();
        assertTrue(said.contains("'home'") && said.contains("Work (work)"), said);
        save("other", "Work", "localhost", 1);
        said = assertThrows(WrongUsage.class, () -> doctor("Work")).getMessage();
        assertTrue(said.contains("(work)") && said.contains("(other)"), said);
    }

    @Test
    void aDataFolderThatIsNotThereIsSaidSo() {
        Path nowhere = folder.resolve("nowhere");
        DoctorCommand command =
                new DoctorCommand(Terminal.INSTALLED, secrets -> FakeCredentials.of("x"));
        String said =
                assertThrows(
                                WrongUsage.class,
                                () ->
                                        Terminal.run(
                                                command,
                                                UTF_8,
                                                "",
                                                "--data",
                                                nowhere.toString(),
                                                "work"))
                        .getMessage();
        assertTrue(said.contains(nowhere.toString()), said);
        assertFalse(Files.exists(nowhere));
    }
}
