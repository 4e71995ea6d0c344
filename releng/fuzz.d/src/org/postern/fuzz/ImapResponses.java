package org.postern.fuzz;

import org.postern.core.MailException;
import org.postern.imap.internal.response.LiteralSink;
import org.postern.imap.internal.response.ResponseReader;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.WireIn;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Responses of an IMAP server, one after the other. */
public final class ImapResponses {

    private static final Limits LIMITS = new Limits(8192, 100, 1 << 20, 65536, 1000, 1000, 65536);

    private ImapResponses() {}

    public static void fuzzerTestOneInput(byte[] said) {
        WireIn in = new WireIn(new ByteArrayInputStream(said), LIMITS);
        ResponseReader reader = new ResponseReader(in, LIMITS);
        try {
            while (true) {
                reader.next(LiteralSink.NONE);
            }
        } catch (IOException | MailException theOnlyWaysOut) {
            in.head();
        }
    }
}
