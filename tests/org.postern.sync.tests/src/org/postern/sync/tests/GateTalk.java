package org.postern.sync.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.postern.core.Security;
import org.postern.sync.tests.Letter.Answers;
import org.postern.sync.tests.Letter.Certifies;
import org.postern.sync.tests.Letter.Greets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.net.ssl.SSLSocket;

/**
 * One connection of a {@link GatePeer}: does what the choices say and, wherever the client still
 * goes on in clear, gladly takes a login. Everything that it reads in clear is kept.
 */
final class GateTalk {

    private static final Pattern LOGIN =
            Pattern.compile("(\\S+ (LOGIN|AUTHENTICATE)|USER|PASS|AUTH|APOP)( .*)?");
    private static final int TLS_RECORD = 22;
    private static final byte[] OLD_TLS_ALERT = {21, 3, 1, 0, 2, 2, 70};

    private final Socket below;
    private final Choices choices;
    private final Security security;
    private final GateWords words;
    private final ByteArrayOutputStream clear = new ByteArrayOutputStream();
    private Socket current;
    private boolean loggedIn;
    private boolean loggedInClear;
    private Optional<IOException> end = Optional.empty();

    GateTalk(Socket below, Choices choices, Security security, GateWords words) {
        this.below = below;
        this.choices = choices;
        this.security = security;
        this.words = words;
        current = below;
    }

    byte[] clear() {
        return clear.toByteArray();
    }

    boolean loggedIn() {
        return loggedIn;
    }

    boolean loggedInClear() {
        return loggedInClear;
    }

    /** The client, or the choices, broke the connection. */
    void endedBy(IOException e) {
        end = Optional.of(e);
    }

    @Override
    public String toString() {
        return clear.toString(ISO_8859_1) + end.map(e -> " " + e).orElse("");
    }

    void run() throws IOException {
        if (security == Security.TLS && !secure()) {
            return;
        }
        Greets greets = choices.pick(Greets.class);
        if (greets == Greets.HANGS_UP) {
            return;
        }
        send(words.greeting(greets));
        String line = line();
        while (!line.isEmpty() && answer(line.strip())) {
            line = line();
        }
    }

    private boolean isSecured() {
        return current != below;
    }

    private boolean answer(String line) throws IOException {
        if (!isSecured() && security == Security.STARTTLS && words.asks(line)) {
            send(words.capabilities(line, choices.pick(Answers.class)));
            return true;
        }
        if (!isSecured() && words.startsTls(line)) {
            Answers answers = choices.pick(Answers.class);
            send(words.answer(line, answers));
            return answers != Answers.HANGS_UP && (!words.accepts(answers) || secure());
        }
        if (LOGIN.matcher(line).matches()) {
            loggedIn = true;
            loggedInClear |= !isSecured();
        }
        send(words.session(line));
        return !words.ends(line);
    }

    /** False when the client has gone, or never comes to talk inside TLS. */
    private boolean secure() throws IOException {
        Certifies certifies = choices.pick(Certifies.class);
        switch (certifies) {
            case CLEAR_TEXT -> send("* OK surprise\r\n");
            case HANGS_UP -> readRecord();
            case OLD_TLS_ONLY -> {
                readRecord();
                send(new String(OLD_TLS_ALERT, ISO_8859_1));
            }
            default -> {
                SSLSocket layered = GateIdentities.layer(below, certifies);
                layered.startHandshake();
                current = layered;
                return true;
            }
        }
        if (certifies != Certifies.HANGS_UP) {
            drain();
        }
        return false;
    }

    private void readRecord() throws IOException {
        byte[] header = below.getInputStream().readNBytes(5);
        clear.write(header);
        if (header.length == 5) {
            int length = (header[3] & 0xff) << 8 | header[4] & 0xff;
            clear.write(below.getInputStream().readNBytes(length));
        }
    }

    private void drain() throws IOException {
        clear.write(below.getInputStream().readAllBytes());
    }

    /** With its end; empty when the client has gone, or begins TLS where nobody let it. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = current.getInputStream().read();
        while (octet >= 0 && octet != TLS_RECORD) {
            line.write(octet);
            if (!isSecured()) {
                clear.write(octet);
            }
            octet = octet == '\n' ? -1 : current.getInputStream().read();
        }
        return line.toString(ISO_8859_1);
    }

    private void send(String text) throws IOException {
        current.getOutputStream().write(text.getBytes(ISO_8859_1));
        current.getOutputStream().flush();
    }
}
