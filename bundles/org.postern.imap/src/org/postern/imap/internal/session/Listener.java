package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.response.LiteralSink;
import org.postern.imap.internal.response.Response;

import java.io.IOException;

/** Hears the untagged responses while a command runs. */
@FunctionalInterface
interface Listener {

    /** Lets the dialogue deal with all of them. */
    Listener NOBODY = response -> false;

    /**
     * @return whether the response was an answer to the command; what is not is news about the
     *     mailbox
     */
    boolean heard(Response response) throws IOException, MailException;

    /** Where message bodies go. */
    default LiteralSink bodies() {
        return LiteralSink.NONE;
    }
}
