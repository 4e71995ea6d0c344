package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.Eventually;
import org.postern.testing.RecordingProxy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program ends and begins again, in processes of its own. */
class RestartTest {

    @TempDir private Path folder;

    @Test
    void whatWasSetUpWronglyIsStillOfflineWithItsReason() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                RecordingProxy wire = RecordingProxy.to(dovecot.imapPort()).start()) {
            String first = live("first", wire.port());
            assertTrue(first.startsWith("offline: no SSL on this port\nSSL is on, but"), first);
            assertEquals(first, live("second", 0));
            wire.assertNeverInClear(Dovecot.JOE.password());
            ClearTextRules.assertKept(wire);
        }
    }

    /** The same bundles as here, started anew on the folder that stays. */
    private String live(String name, int port) throws Exception {
        Path configuration = Files.createDirectories(folder.resolve(name));
        Files.copy(here().resolve("config.ini"), configuration.resolve("config.ini"));
        Path report = folder.resolve(name + ".txt");
        Path said = folder.resolve(name + ".log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                // As the platform's launcher has it.
                                "-Dosgi.compatibility.bootdelegation=true",
                                "-Dpostern.screenshots="
                                        + System.getProperty("postern.screenshots"),
                                "-cp",
                                Path.of(URI.create(System.getProperty("osgi.framework")))
                                        .toString(),
                                "org.eclipse.core.runtime.adaptor.EclipseStarter",
                                "-configuration",
                                configuration.toString(),
                                "-data",
                                folder.resolve("instance").toString(),
                                "-application",
                                "org.postern.ui.tests.restart",
                                "-consoleLog",
                                folder.resolve("postern").toString(),
                                report.toString(),
                                String.valueOf(port))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            Eventually.until(
                    () -> Files.exists(report) || !process.isAlive(),
                    Program.PATIENCE.multipliedBy(3),
                    () -> words(said));
            assertTrue(Files.exists(report), () -> words(said));
            return Files.readString(report);
        } finally {
            // Its program has ended; the platform below would wait for a launcher to end it.
            process.destroyForcibly().waitFor();
        }
    }

    private static Path here() {
        return Path.of(URI.create(System.getProperty("osgi.configuration.area")));
    }

    private static String words(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
