package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Speaks;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.Dialect;

import java.io.IOException;

/** Reads the first line of a server and decides whether it is one to talk with. */
final class Greeting {

    private final Endpoint peer;
    private final Dialect dialect;
    private final LineReader lines;

    Greeting(Endpoint peer, Dialect dialect, LineReader lines) {
        this.peer = peer;
        this.dialect = dialect;
        this.lines = lines;
    }

    /** On a connection in clear, where a TLS server may have answered. */
    String readInClear() throws IOException, MailException {
        if (TlsRecord.isStart(lines.begin())) {
            throw new MailException(new Failure.TlsOnClearTextPort(peer));
        }
        return checked(lines.rest());
    }

    /** Inside TLS. */
    String read() throws IOException, MailException {
        return checked(lines.read());
    }

    private String checked(String line) throws MailException {
        if (!dialect.greets().test(line)) {
            throw new MailException(otherProtocol(line));
        }
        if (dialect.refuses().test(line)) {
            throw new MailException(new Failure.Closed(peer, Step.GREETING, Text.visible(line)));
        }
        if (dialect.preAuthenticated().test(line)) {
            throw new MailException(new Failure.PreAuthenticated(peer));
        }
        return line;
    }

    /** Something came but no whole line; what it was may still be told. */
    boolean isForeign() {
        Speaks speaks = FirstBytes.speaks(lines.soFar());
        return !lines.soFar().isEmpty() && speaks != dialect.speaks();
    }

    Failure otherProtocol(String said) {
        return new Failure.OtherProtocol(
                peer, dialect.name(), FirstBytes.speaks(said), Text.visible(said));
    }

    /** Of what came so far. */
    Failure otherProtocol() {
        return otherProtocol(lines.soFar());
    }
}
