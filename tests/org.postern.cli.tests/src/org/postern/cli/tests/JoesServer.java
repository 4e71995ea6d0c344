package org.postern.cli.tests;

import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Dovecot with seven messages for Joe, and the words of a check that he makes of it. */
final class JoesServer implements AutoCloseable {

    static final String PASSWORD = Dovecot.JOE.password();

    private final Dovecot dovecot;
    private final Path authority;

    JoesServer() throws IOException, InterruptedException {
        authority = TestCa.shared().writeRoot(Files.createTempFile("authority", ".x"));
        dovecot = Dovecot.start();
        dovecot.append("INBOX", TestMail.series(7));
    }

    Dovecot dovecot() {
        return dovecot;
    }

    /**
     * A file with the authority that vouches for the server; its name ends unlike a certificate's.
     */
    String authority() {
        return authority.toString();
    }

    String imaps() {
        return "imaps://localhost:" + dovecot.imapsPort();
    }

    String imap() {
        return "imap://localhost:" + dovecot.imapPort();
    }

    String pops() {
        return "pops://localhost:" + dovecot.popsPort();
    }

    /** Joe checks, with the authority trusted. */
    Terminal joe(String url, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--user", "joe", "--password-stdin", "--ca", authority(), url));
        return Terminal.check(PASSWORD + "\n", words.toArray(String[]::new));
    }

    /** A line of a batch in which Joe checks. */
    String line(String id, String url) {
        return "{\"id\":\"%s\",\"url\":\"%s\",\"ca\":\"%s\",\"user\":\"joe\",\"password\":\"%s\"}%n"
                .formatted(id, url, authority(), PASSWORD);
    }

    @Override
    public void close() throws IOException {
        dovecot.close();
        Files.delete(authority);
    }
}
