package org.postern.cli.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Security;
import org.postern.net.Connector;
import org.postern.net.Posture;
import org.postern.transport.BodySink;
import org.postern.transport.CanFlag;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.TransportDescriptor.Location;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A third party's transport: no server, no login, no peeking. Its one mailbox has a hundred
 * messages, "Letter 1" to "Letter 100", told in no order; every fourth is unread.
 */
final class FakeShelf implements Transport, MailSession {

    static final TransportDescriptor DESCRIPTOR =
            new TransportDescriptor(
                    "shelf",
                    "shelf",
                    "Shelf",
                    "shelf",
                    Security.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Location.FOLDER,
                    "test");

    private static final int MESSAGES = 100;

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor) {
        return this;
    }

    @Override
    public List<RemoteMailbox> mailboxes(IProgressMonitor monitor) {
        return List.of(
                new RemoteMailbox("top", List.of("Shelf"), MailboxRole.NONE, true, false),
                new RemoteMailbox("all", List.of("Shelf", "All"), MailboxRole.NONE, true, true));
    }

    @Override
    public SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException {
        for (int i = 0; i < MESSAGES; i++) {
            int number = i * 37 % MESSAGES + 1;
            sink.added(
                    new RemoteMessage(
                            new RemoteId("n" + number),
                            number % 4 == 0 ? Set.of() : Set.of(Flag.SEEN),
                            10,
                            Optional.of(Instant.EPOCH.plusSeconds(number)),
                            ("Subject: Letter " + number + "\r\n").getBytes(US_ASCII)));
        }
        return new SyncToken("all");
    }

    @Override
    public void bodies(
            String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor) {}

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        CanFlag flags = (box, ids, add, remove, monitor) -> {};
        return type == CanFlag.class ? Optional.of(type.cast(flags)) : Optional.empty();
    }

    @Override
    public Optional<Posture> posture() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
