package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.Dialect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The clear part of an upgrade (RFC 2595, RFC 9051 §6.2.1): asks whether TLS is offered, starts it,
 * and sends nothing else. All that the peer says is thrown away but for the two facts that count.
 */
final class StartTls {

    private final Endpoint peer;
    private final Dialect.Upgrade upgrade;
    private final LineReader lines;
    private final OutputStream out;

    StartTls(Endpoint peer, Dialect.Upgrade upgrade, LineReader lines, OutputStream out) {
        this.peer = peer;
        this.upgrade = upgrade;
        this.lines = lines;
        this.out = out;
    }

    /** Returns when the next byte of either side belongs to TLS. */
    void run() throws IOException, MailException {
        send(upgrade.ask());
        if (!isOffered()) {
            throw new MailException(new Failure.StartTlsMissing(peer));
        }
        refuseEarlyAnswer();
        send(upgrade.start());
        awaitAcceptance();
        refuseInjection();
    }

    private boolean isOffered() throws IOException, MailException {
        boolean offered = false;
        String line = next();
        while (!upgrade.complete().test(line)) {
            offered |= upgrade.offers().test(line);
            line = next();
            if (upgrade.accepts().test(line)) {
                // The first line of an answer may be as friendly (POP3); no other may.
                throw refused(line);
            }
        }
        return offered;
    }

    /** What is there before the command was sent cannot be the answer to it. */
    private void refuseEarlyAnswer() throws IOException, MailException {
        if (lines.waiting() > 0) {
            throw refused(lines.read());
        }
    }

    private void awaitAcceptance() throws IOException, MailException {
        String line = next();
        while (!upgrade.accepts().test(line)) {
            if (!upgrade.passes().test(line)) {
                throw refused(line);
            }
            line = next();
        }
    }

    /**
     * The peer must wait for our first TLS message. A byte that is there already was put in by
     * somebody who wants it to be taken for protected (CVE-2011-0411). What comes a moment later
     * meets the TLS layer, which does not take clear text either.
     */
    private void refuseInjection() throws IOException, MailException {
        int waiting = lines.waiting();
        if (waiting > 0) {
            throw new MailException(new Failure.InjectedBeforeTls(peer, waiting));
        }
    }

    private String next() throws IOException, MailException {
        String line = lines.read();
        if (upgrade.ends().test(line)) {
            throw new MailException(new Failure.Closed(peer, Step.STARTTLS, Text.visible(line)));
        }
        return line;
    }

    private void send(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private MailException refused(String said) {
        return new MailException(new Failure.StartTlsRefused(peer, Text.visible(said)));
    }
}
