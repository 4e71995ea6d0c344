package org.postern.fuzz;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.MailException;
import org.postern.pop3.PopTransport;
import org.postern.transport.CanDelete;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.List;
import java.util.Optional;

/** A whole POP3 session with a server whose words are the input: replies, lists, dot-streams. */
public final class PopDialogue {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final List<RemoteId> IDS = List.of(new RemoteId("aaa"), new RemoteId("bbb"));

    private PopDialogue() {}

    public static void fuzzerTestOneInput(byte[] said) {
        Said connection = new Said("+OK hi", said);
        try (MailSession session =
                new PopTransport().open(Said.request(), (r, m) -> connection, MONITOR)) {
            session.mailboxes(MONITOR);
            session.changes("INBOX", Optional.empty(), new Deaf(), MONITOR);
            session.bodies("INBOX", IDS, (id, body) -> body.readAllBytes(), MONITOR);
            session.capability(CanDelete.class).orElseThrow().delete("INBOX", IDS, MONITOR);
        } catch (MailException theOnlyWayOut) {
            theOnlyWayOut.failure().toString();
        }
    }
}
