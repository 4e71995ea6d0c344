package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.net.Dialect;
import org.postern.net.Dialects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What comes in clear before TLS: a greeting, capabilities, the answer to STARTTLS. */
public final class ClearPart {

    private static final Endpoint PEER = new Endpoint("localhost", new Port(1));

    private ClearPart() {}

    public static void fuzzerTestOneInput(byte[] said) {
        for (Dialect dialect : List.of(Dialects.IMAP, Dialects.POP3)) {
            LineReader lines = new LineReader(PEER, new ByteArrayInputStream(said));
            try {
                String greeting = lines.read();
                dialect.greets().test(greeting);
                dialect.refuses().test(greeting);
                dialect.preAuthenticated().test(greeting);
                OutputStream nowhere = OutputStream.nullOutputStream();
                new StartTls(PEER, dialect.upgrade().orElseThrow(), lines, nowhere).run();
            } catch (IOException | MailException theOnlyWaysOut) {
                lines.soFar();
            }
        }
    }
}
