package org.postern.fuzz;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole IMAP session with a server whose words are the input. */
public final class ImapDialogue {

    private static final Limits LIMITS = new Limits(8192, 100, 1 << 20, 65536, 1000, 1000, 65536);
    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final List<RemoteId> IDS = List.of(new RemoteId("3"), new RemoteId("8"));
    private static final Optional<SyncToken> SINCE = Optional.of(new SyncToken("v1:7:90:9:-"));

    private static final Map<String, SyncToken> KNOWN =
            Map.of("Box", SINCE.get(), "INBOX", new SyncToken("v1:7:0:9:1:3,8;AAAA"));

    private ImapDialogue() {}

    public static void fuzzerTestOneInput(byte[] said) {
        Said connection = new Said("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi", said);
        try (MailSession session =
                Opening.session(Said.request(), (r, m) -> connection, LIMITS, MONITOR)) {
            talk(session);
        } catch (MailException theOnlyWayOut) {
            theOnlyWayOut.failure().toString();
        }
    }

    private static void talk(MailSession session) throws MailException {
        session.mailboxes(MONITOR);
        session.capability(CanGlance.class).orElseThrow().mailboxes(KNOWN, MONITOR);
        session.changes("Box", SINCE, new Deaf(), MONITOR);
        session.bodies("Box", IDS, (id, body) -> body.readAllBytes(), MONITOR);
        session.capability(CanFlag.class)
                .orElseThrow()
                .flag("Box", IDS, Set.of(Flag.SEEN), Set.of(), MONITOR);
        session.capability(CanCopy.class).orElseThrow().copy("Box", IDS, "Sent", MONITOR);
        Optional<CanDelete> delete = session.capability(CanDelete.class);
        if (delete.isPresent()) {
            delete.get().delete("Box", IDS, MONITOR);
        }
        Optional<CanWatch> watch = session.capability(CanWatch.class);
        if (watch.isPresent()) {
            watch.get().watch(List.of("Box", "INBOX"), KNOWN, Duration.ofMillis(1), MONITOR);
        }
    }
}
