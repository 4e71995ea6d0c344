package org.postern.bench;

import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** mpop as Debian has it, from POP3S to a Maildir. */
record Mpop(Path folder, Dovecot server) {

    void run() throws IOException, InterruptedException {
        Path config = folder.resolve("mpoprc");
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(folder.resolve("mail").resolve(part));
        }
        TestCa.shared().writeRoot(folder.resolve("ca.pem"));
        Files.writeString(config, text());
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        Process process =
                new ProcessBuilder("mpop", "-q", "-C", config.toString(), "all")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("mpop: " + Files.readString(folder.resolve("log")));
        }
    }

    private String text() {
        return """
        account all
        host localhost
        port %d
        tls on
        tls_starttls off
        tls_trust_file %s
        auth user
        user %s
        password %s
        keep on
        received_header off
        uidls_file %s
        delivery maildir %s
        """
                .formatted(
                        server.popsPort(),
                        folder.resolve("ca.pem"),
                        server.user().name(),
                        server.user().password(),
                        folder.resolve("uidls"),
                        folder.resolve("mail"));
    }
}
