package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;

import java.util.List;
import java.util.Optional;

/** The mailboxes of a real Dovecot, on each {@link Way}. */
@ExtendWith(Ways.class)
class DovecotMailboxesTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @ParameterizedTest
    @EnumSource
    void listsMailboxesWithTheirRoles(Way way) throws Exception {
        try (MailSession session = way.open()) {
            List<RemoteMailbox> all = session.mailboxes(MONITOR);
            assertEquals(MailboxRole.INBOX, named(all, "INBOX").role());
            assertEquals(MailboxRole.SENT, named(all, "Sent").role());
            assertEquals(MailboxRole.JUNK, named(all, "Junk").role());
            RemoteMailbox apples = named(all, "Projects/&AMQ-pfel");
            assertEquals(List.of("Projects", "Äpfel"), apples.path());
            assertTrue(apples.subscribed() && apples.selectable());
        }
    }

    private static RemoteMailbox named(List<RemoteMailbox> all, String id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aMailboxThatIsNotThereIsNamed(Way way) throws Exception {
        try (MailSession session = way.open()) {
            MailException missing =
                    assertThrows(
                            MailException.class,
                            () ->
                                    session.changes(
                                            "No such thing",
                                            Optional.empty(),
                                            new HeardChanges(),
                                            MONITOR));
            assertEquals(new Failure.NoSuchMailbox("No such thing"), missing.failure());
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }
}
