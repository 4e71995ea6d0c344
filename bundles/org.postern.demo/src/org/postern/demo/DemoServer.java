package org.postern.demo;

import org.postern.demo.internal.corpus.Corpus;
import org.postern.demo.internal.corpus.People;
import org.postern.demo.internal.imap.ImapConversation;
import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.DemoCa;
import org.postern.demo.internal.net.Listeners;
import org.postern.demo.internal.pop.PopConversation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

/**
 * A mail server with real-looking mail, inside the process and on loopback only. It speaks IMAP and
 * POP3, each in clear (with STARTTLS or STLS) and inside TLS, on ports that the system chooses.
 *
 * <p>Mail, passwords and the authority's private key live in memory and are new with every start;
 * nothing that a client changes outlives {@link #close()}. Safe for use by several threads.
 */
public final class DemoServer implements AutoCloseable {
    /** The subject of a message in an inbox that is worth a picture. */
    public static final String SHOWCASE = "June, or the art of leaving things alone";

    private final MailAccounts mail;
    private final Listeners listeners;
    private final Path caCertificate;
    private final Map<DemoKind, Integer> ports = new EnumMap<>(DemoKind.class);

    private DemoServer(MailAccounts mail, Listeners listeners, Path caCertificate) {
        this.mail = mail;
        this.listeners = listeners;
        this.caCertificate = caCertificate;
    }

    /**
     * Starts a server and loads its mail. Dates are moved so that the newest message is some
     * minutes old.
     *
     * @param stateFolder where the authority's certificate is written; created when missing
     * @return a running server, to be closed by the caller
     * @throws IOException when the folder cannot be written or no port can be opened
     */
    public static DemoServer start(Path stateFolder) throws IOException {
        DemoCa ca = newCa();
        Path certificate = ca.writeCertificate(stateFolder);
        DemoServer server = new DemoServer(Corpus.load(), new Listeners(), certificate);
        try {
            server.listen(ca.serverContext());
            return server;
        } catch (IOException | GeneralSecurityException e) {
            server.close();
            throw new IOException("The demo server cannot start: " + e.getMessage(), e);
        }
    }

    private static DemoCa newCa() throws IOException {
        try {
            return DemoCa.create();
        } catch (GeneralSecurityException e) {
            throw new IOException("The demo server cannot make its certificates", e);
        }
    }

    private void listen(SSLContext tls) throws IOException {
        int imap = listeners.open(wire -> new ImapConversation(wire, mail, tls));
        ports.put(DemoKind.IMAP, imap);
        ports.put(DemoKind.IMAPS_ON_PLAIN_PORT, imap);
        ports.put(
                DemoKind.IMAPS,
                listeners.openTls(tls, wire -> new ImapConversation(wire, mail, tls)));
        ports.put(DemoKind.POP, listeners.open(wire -> new PopConversation(wire, mail, tls)));
        ports.put(
                DemoKind.POPS,
                listeners.openTls(tls, wire -> new PopConversation(wire, mail, tls)));
    }

    /**
     * The host to connect to, one of the names in the server's certificate.
     *
     * @return {@code localhost}
     */
    public String host() {
        return "localhost";
    }

    /**
     * The port for accounts of a kind.
     *
     * @param kind which one; {@link DemoKind#IMAPS_ON_PLAIN_PORT} gives the port of plain IMAP
     * @return a port that is open on loopback
     */
    public int port(DemoKind kind) {
        return ports.get(kind);
    }

    /**
     * The port that speaks IMAP in clear, with STARTTLS.
     *
     * @return 1 to 65535
     */
    public int imapPort() {
        return port(DemoKind.IMAP);
    }

    /**
     * The port that speaks IMAP inside TLS.
     *
     * @return 1 to 65535
     */
    public int imapsPort() {
        return port(DemoKind.IMAPS);
    }

    /**
     * The port that speaks POP3 in clear, with STLS.
     *
     * @return 1 to 65535
     */
    public int popPort() {
        return port(DemoKind.POP);
    }

    /**
     * The port that speaks POP3 inside TLS.
     *
     * @return 1 to 65535
     */
    public int popsPort() {
        return port(DemoKind.POPS);
    }

    /**
     * The certificate of the authority that signed the server's certificate. Trust it for the demo
     * accounts only.
     *
     * @return a PEM file in the state folder
     */
    public Path caCertificate() {
        return caCertificate;
    }

    /**
     * The accounts in the order to show them: one of each {@link DemoKind}.
     *
     * @return five accounts; the user names also work on the other ports
     */
    public List<DemoAccount> accounts() {
        return People.all();
    }

    /**
     * The password of an account, made at random when the server started.
     *
     * @param account one of {@link #accounts()}
     * @return a fresh copy that the caller should clear after use
     */
    public char[] password(DemoAccount account) {
        return mailOf(account).password();
    }

    /**
     * Delivers a message to the account's inbox, as if somebody had just sent it.
     *
     * @param account one of {@link #accounts()}
     * @param message an RFC 5322 message; lone line feeds become CRLF
     */
    public void deliver(DemoAccount account, byte[] message) {
        mailOf(account).deliver(message);
    }

    private MailAccount mailOf(DemoAccount account) {
        return mail.find(account.user())
                .orElseThrow(() -> new IllegalArgumentException("no such user: " + account.user()));
    }

    /**
     * Ends all connections and frees the ports; does nothing the second time. It does not wait for
     * clients, and hardly for its own threads.
     */
    @Override
    public void close() {
        listeners.close();
    }
}
