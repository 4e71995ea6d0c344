package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A session that can say with little work which of all mailboxes need no look at all: IMAP with
 * LIST-STATUS (RFC 5819) and mod-sequences (RFC 7162) in one round trip.
 */
public interface CanGlance {

    /**
     * All mailboxes, and which of the known ones are as they were.
     *
     * @param known by {@link RemoteMailbox#id()} the token of the last {@link MailSession#changes}
     *     that was stored; a mailbox that was never told of is left out
     */
    Listing mailboxes(Map<String, SyncToken> known, IProgressMonitor monitor) throws MailException;

    /**
     * What was seen.
     *
     * @param mailboxes all that there are, parents before children, as {@link
     *     MailSession#mailboxes}
     * @param unchanged ids of those that surely hold what they held at the time of their token,
     *     flags included: {@link MailSession#changes} would tell nothing. Whatever is not in it may
     *     have changed or not
     */
    record Listing(List<RemoteMailbox> mailboxes, Set<String> unchanged) {

        public Listing {
            mailboxes = List.copyOf(mailboxes);
            unchanged = Set.copyOf(unchanged);
        }
    }
}
