package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.Collection;
import java.util.Map;

/**
 * A session that recognises a mailbox which was renamed, so that its messages need not be fetched
 * anew: IMAP with object ids (RFC 8474).
 */
public interface CanRecognize {

    /**
     * Looks for mailboxes under other names. The token of one that is found holds: its messages are
     * known by the same ids as before.
     *
     * @param gone by {@link RemoteMailbox#id()} the last stored token of mailboxes that are not
     *     listed any more
     * @param unknown ids of mailboxes that are listed and were not known
     * @return by the id that is gone the one that the mailbox has now; whatever cannot be told for
     *     sure is left out
     */
    Map<String, String> renamed(
            Map<String, SyncToken> gone, Collection<String> unknown, IProgressMonitor monitor)
            throws MailException;
}
