package org.postern.imap.internal.response;

import org.postern.core.MailException;
import org.postern.imap.internal.wire.LiteralStream;

import java.io.IOException;
import java.util.OptionalLong;

/** Takes the message bodies in FETCH responses while they come. */
@FunctionalInterface
public interface LiteralSink {

    /** For commands that fetch no bodies: what comes unasked is passed over. */
    LiteralSink NONE = (uid, body) -> {};

    /**
     * @param uid empty when the server puts the body before the UID
     * @param body valid during the call; need not be read to its end
     */
    void body(OptionalLong uid, LiteralStream body) throws IOException, MailException;
}
