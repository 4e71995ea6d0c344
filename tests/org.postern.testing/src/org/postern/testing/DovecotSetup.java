package org.postern.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Dovecot} shall be like. Without further words: a sound certificate, TLS offered and
 * clear text allowed, mdbox storage, the user {@link Dovecot#JOE}, and the mailboxes INBOX, Drafts,
 * Sent, Archive, Junk and Trash with their special uses (RFC 6154). Not safe for several threads.
 */
public final class DovecotSetup {
    private final List<TestUser> users = new ArrayList<>();
    private final Map<String, String> mailboxes = new LinkedHashMap<>();
    private final List<String> settings = new ArrayList<>();
    private ServerIdentity identity = TestCa.shared().sound();
    private DovecotTls tls = DovecotTls.OFFERED;
    private boolean oldTls;
    private Optional<String> onlyTls = Optional.empty();
    private boolean clientCertificates;
    private String location = "mdbox:~/mdbox";
    private Path program = Path.of("/usr/sbin/dovecot");

    DovecotSetup() {
        for (String name : List.of("Drafts", "Sent", "Archive", "Junk", "Trash")) {
            mailboxes.put(name, "\\" + name);
        }
    }

    /** The certificate of all TLS ports and of STARTTLS. */
    public DovecotSetup certificate(CertificateKind kind) {
        return identity(TestCa.shared().identity(kind));
    }

    /** Any key and chain as the server's own. */
    public DovecotSetup identity(ServerIdentity other) {
        identity = other;
        return this;
    }

    /** One more user. The first user that is named replaces {@link Dovecot#JOE}. */
    public DovecotSetup user(String name, String password) {
        users.add(new TestUser(name, password));
        return this;
    }

    /** No login in clear: LOGINDISABLED and no USER capability until STARTTLS or STLS. */
    public DovecotSetup tlsRequired() {
        tls = DovecotTls.REQUIRED;
        return this;
    }

    /** No TLS: neither TLS ports nor STARTTLS nor STLS. */
    public DovecotSetup tlsOff() {
        tls = DovecotTls.OFF;
        return this;
    }

    /** TLS 1.0 and 1.1 only, which no client should accept any more (RFC 8996). */
    public DovecotSetup oldTlsOnly() {
        oldTls = true;
        return this;
    }

    /** That version of TLS and no other: {@code TLSv1.2} or {@code TLSv1.3}. */
    public DovecotSetup onlyTls(String version) {
        onlyTls = Optional.of(version);
        return this;
    }

    /** Maildir storage in the place of mdbox. */
    public DovecotSetup maildir() {
        location = "maildir:~/Maildir";
        return this;
    }

    /** One more mailbox, made and subscribed for every user. */
    public DovecotSetup mailbox(String name) {
        return mailbox(name, "");
    }

    /** One more mailbox with a special use such as {@code \Flagged}. */
    public DovecotSetup mailbox(String name, String specialUse) {
        mailboxes.put(name, specialUse);
        return this;
    }

    /** No mailbox but INBOX, unless {@link #mailbox} is called afterwards. */
    public DovecotSetup onlyInbox() {
        mailboxes.clear();
        return this;
    }

    /**
     * A line for the configuration file, after all others, for example {@code auth_verbose = yes}.
     */
    public DovecotSetup setting(String line) {
        settings.add(line);
        return this;
    }

    /** SASL mechanisms in the place of PLAIN and LOGIN, such as {@code scram-sha-256}. */
    public DovecotSetup mechanisms(String... names) {
        return setting("auth_mechanisms = " + String.join(" ", names));
    }

    /**
     * Asks for client certificates under TLS and believes those of the shared {@link TestCa};
     * whoever has one logs in by EXTERNAL as its common name.
     */
    public DovecotSetup clientCertificates() {
        clientCertificates = true;
        return this;
    }

    /** Another program than {@code /usr/sbin/dovecot}. */
    public DovecotSetup program(Path file) {
        program = file;
        return this;
    }

    /**
     * Starts it and waits until it answers. The caller closes it.
     *
     * @throws IllegalStateException when Dovecot is not installed (the message says what to
     *     install) or does not start (the message holds its log)
     */
    public Dovecot start() throws IOException, InterruptedException {
        return Dovecot.start(this);
    }

    ServerIdentity identity() {
        return identity;
    }

    List<TestUser> users() {
        return users.isEmpty() ? List.of(Dovecot.JOE) : List.copyOf(users);
    }

    Map<String, String> mailboxes() {
        return mailboxes;
    }

    List<String> settings() {
        return settings;
    }

    DovecotTls tls() {
        return tls;
    }

    /** From and to which version. */
    List<String> versions() {
        return oldTls
                ? List.of("TLSv1", "TLSv1.1")
                : List.of(onlyTls.orElse("TLSv1.2"), onlyTls.orElse("TLSv1.3"));
    }

    boolean asksForCertificates() {
        return clientCertificates;
    }

    /** Another one than that of the client where Dovecot shall take clear text for insecure. */
    String address() {
        return tls == DovecotTls.REQUIRED ? "127.0.0.2" : "127.0.0.1";
    }

    String location() {
        return location;
    }

    Path program() {
        return program;
    }
}
