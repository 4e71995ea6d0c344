package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Dovecot 2.3 of one's own on free loopback ports, run by an unprivileged user, with its
 * mail in a temporary folder that goes with it. It speaks IMAP and POP3 (with STARTTLS and STLS),
 * IMAPS and POP3S, and clear text on two ports that look like TLS ports. Logins fail without delay.
 * Safe for any thread.
 */
public final class Dovecot implements AutoCloseable {
    /** The user of every Dovecot for which no other was named. */
    public static final TestUser JOE = new TestUser("joe", "correct horse battery");

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 5;
    private static final String CLASH = "Address already in use";

    private final DovecotSetup setup;
    private final DovecotPorts ports;
    private final Path folder;
    private final PrivateUser owner;
    private final ServerProcess process;

    private Dovecot(DovecotSetup setup, DovecotPorts ports) throws IOException {
        this.setup = setup;
        this.ports = ports;
        folder = Files.createTempDirectory("pd");
        owner = PrivateUser.forOwnerOf(folder);
        Path file = new DovecotConfig(setup, folder, owner).write(ports);
        process =
                new ServerProcess(command(setup.program().toString(), "-F", "-c", file.toString()));
    }

    /** The usual one; see {@link DovecotSetup}. */
    public static Dovecot start() throws IOException, InterruptedException {
        return with().start();
    }

    /** One that differs. */
    public static DovecotSetup with() {
        return new DovecotSetup();
    }

    static Dovecot start(DovecotSetup setup) throws IOException {
        requireInstalled(setup.program());
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Dovecot dovecot = new Dovecot(setup, DovecotPorts.free());
            if (dovecot.answers()) {
                return dovecot;
            }
            dovecot.close();
        }
        throw new IllegalStateException("Dovecot found no free ports in " + ATTEMPTS + " attempts");
    }

    private static void requireInstalled(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    program
                            + " is missing. On Debian: "
                            + "apt-get install dovecot-core dovecot-imapd dovecot-pop3d");
        }
    }

    /** False when somebody else took a port meanwhile. */
    private boolean answers() throws IOException {
        Eventually.until(this::answersOrEnded, LIMIT, () -> "Dovecot answers. Its log:\n" + log());
        if (!process.running() && !log().contains(CLASH)) {
            String log = log();
            close();
            throw new IllegalStateException("Dovecot does not start. Its log:\n" + log);
        }
        return process.running();
    }

    private boolean answersOrEnded() {
        return !process.running() || RawConnection.greets(setup.address(), ports.imap());
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(owner.prefix());
        command.addAll(List.of(words));
        return command;
    }

    /**
     * {@code "localhost"}; but {@code "127.0.0.2"} where TLS is required, because Dovecot holds a
     * connection between equal addresses for secure without TLS.
     */
    public String host() {
        return setup.tls() == DovecotTls.REQUIRED ? setup.address() : "localhost";
    }

    /** IMAP in clear; STARTTLS is offered unless TLS is off. */
    public int imapPort() {
        return ports.imap();
    }

    /** IMAP under TLS from the first byte. */
    public int imapsPort() {
        requireTls();
        return ports.imaps();
    }

    /** IMAP in clear on a port that somebody might take for an IMAPS port. */
    public int mislabelledImapsPort() {
        return ports.imapsInClear();
    }

    /** POP3 in clear; STLS is offered unless TLS is off. */
    public int popPort() {
        return ports.pop3();
    }

    /** POP3 under TLS from the first byte. */
    public int popsPort() {
        requireTls();
        return ports.pop3s();
    }

    /** POP3 in clear on a port that somebody might take for a POP3S port. */
    public int mislabelledPopsPort() {
        return ports.pop3sInClear();
    }

    private void requireTls() {
        if (setup.tls() == DovecotTls.OFF) {
            throw new IllegalStateException("This Dovecot was set up without TLS");
        }
    }

    /**
     * Takes away what it remembers of a user's maildir beside the mail itself, as after a loss of
     * its indexes: UIDs stay, but it counts changes (MODSEQ, RFC 7162) anew. Nobody may be logged
     * in as that user.
     */
    public void forgetIndexes(String user) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("mail").resolve(user))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("dovecot.index")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The first user. */
    public TestUser user() {
        return setup.users().getFirst();
    }

    /** A client that is logged in as the first user, to arrange mail. The caller closes it. */
    public RawImap raw() throws IOException {
        return raw(user());
    }

    /** A client that is logged in as that user, to arrange mail. The caller closes it. */
    public RawImap raw(TestUser who) throws IOException {
        return connect().login(who.name(), who.password());
    }

    private RawImap connect() throws IOException {
        return setup.tls() == DovecotTls.OFF
                ? RawImap.plain(setup.address(), ports.imap())
                : RawImap.tls(setup.address(), ports.imaps());
    }

    /** Puts a message into a mailbox of the first user and gives back its UID. */
    public long append(String mailbox, byte[] message, String... flags) throws IOException {
        try (RawImap client = raw()) {
            return client.append(mailbox, message, flags);
        }
    }

    /** Puts messages into a mailbox of the first user and gives back their UIDs. */
    public List<Long> append(String mailbox, List<byte[]> messages) throws IOException {
        List<Long> uids = new ArrayList<>();
        try (RawImap client = raw()) {
            for (byte[] message : messages) {
                uids.add(client.append(mailbox, message));
            }
        }
        return uids;
    }

    /**
     * Runs {@code doveadm} against this server and gives back what it printed, for example {@code
     * doveadm("mailbox", "update", "-u", "joe", "--uid-validity", "7", "INBOX")}.
     *
     * @throws IllegalStateException when it fails; the message holds what it printed
     */
    public String doveadm(String... words) throws IOException, InterruptedException {
        List<String> command = command("doveadm", "-c", folder.resolve("dovecot.conf").toString());
        command.addAll(List.of(words));
        Process doveadm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(doveadm.getInputStream().readAllBytes());
        if (doveadm.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed:\n" + output);
        }
        return output;
    }

    /** All that Dovecot has logged so far. */
    public String log() {
        return process.log();
    }

    /** Stops the server with all its processes and removes its folder. */
    @Override
    public void close() throws IOException {
        process.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
