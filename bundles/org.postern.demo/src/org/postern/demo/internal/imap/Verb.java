package org.postern.demo.internal.imap;

import java.io.IOException;

/** What a command does. */
interface Verb {
    /**
     * Carries the command out and writes its untagged responses.
     *
     * @param args stands behind the command's name; a space comes next if there are arguments
     * @return what to end the command with
     */
    Answer run(ImapSession session, Args args) throws IOException;
}
