package org.postern.bench;

import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** mbsync as Debian has it, from IMAPS to a Maildir. */
record Mbsync(Path folder, Dovecot server) {

    void run() throws IOException, InterruptedException {
        Path config = folder.resolve("mbsyncrc");
        Files.createDirectories(folder.resolve("mail"));
        TestCa.shared().writeRoot(folder.resolve("ca.pem"));
        Files.writeString(config, text());
        Process process =
                new ProcessBuilder("mbsync", "-q", "-c", config.toString(), "all")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("mbsync: " + Files.readString(folder.resolve("log")));
        }
    }

    private String text() {
        return """
        IMAPAccount far
        Host localhost
        Port %d
        User %s
        Pass "%s"
        SSLType IMAPS
        CertificateFile %s

        IMAPStore far
        Account far

        MaildirStore near
        Path %s/
        Inbox %s/INBOX
        SubFolders Verbatim

        Channel all
        Far :far:
        Near :near:
        Patterns INBOX
        Create Near
        SyncState *
        """
                .formatted(
                        server.imapsPort(),
                        server.user().name(),
                        server.user().password(),
                        folder.resolve("ca.pem"),
                        folder.resolve("mail"),
                        folder.resolve("mail"));
    }
}
