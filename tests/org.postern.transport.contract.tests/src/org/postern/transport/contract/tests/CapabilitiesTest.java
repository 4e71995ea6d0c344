package org.postern.transport.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.CanMove;
import org.postern.transport.CanPeek;
import org.postern.transport.CanShare;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;

import java.util.List;

@ExtendWith(Servers.class)
class CapabilitiesTest {

    private static final List<Class<?>> ALL =
            List.of(
                    CanFlag.class,
                    CanMove.class,
                    CanCopy.class,
                    CanDelete.class,
                    CanAppend.class,
                    CanWatch.class,
                    CanPeek.class,
                    CanGlance.class,
                    CanShare.class);

    private static MailSession open(ServerFixture fixture) throws Exception {
        return fixture.open(new NullProgressMonitor());
    }

    @ParameterizedTest
    @EnumSource
    void imapCanDoEverythingAndPopCanDeleteAndPeek(Route route) throws Exception {
        try (ServerFixture fixture = new ServerFixture(route);
                MailSession session = open(fixture)) {
            List<Class<?>> has =
                    ALL.stream().filter(type -> session.capability(type).isPresent()).toList();
            assertEquals(route.imap() ? ALL : List.of(CanDelete.class, CanPeek.class), has);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatProtectsTheSessionIsWhatWasAskedFor(Route route) throws Exception {
        try (ServerFixture fixture = new ServerFixture(route);
                MailSession session = open(fixture)) {
            assertEquals(route.security(), session.posture().orElseThrow().security());
            session.capability(CanDelete.class)
                    .orElseThrow()
                    .delete(fixture.mailbox(), List.of(), new NullProgressMonitor());
            assertEquals(route.security(), session.posture().orElseThrow().security());
        }
    }
}
