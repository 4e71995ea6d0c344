package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;

import java.util.List;

/** Somebody lets the Doctor look why an account gets no mail. */
@ExtendWith(InWindow.class)
class DoctorTest {

    private static final Belongings OURS = new Belongings();
    private static Dovecot dovecot;
    private static Program program;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot = OURS.keep(Dovecot.start());
        dovecot.append("INBOX", TestMail.subject("Greetings from Dovecot").bytes());
        program = InWindow.program();
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @Test
    void ladderShowsWhereItBreaksAndTheMendBringsTheMail() throws Exception {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        RecordingProxy wire = OURS.keep(RecordingProxy.to(dovecot.imapPort()).start());
        program.add("Broken", "imaps", Security.TLS, wire.port(), dovecot.user());
        AlertPage alert = AlertPage.of(screen, "Broken").raise();
        screen.picture("doctor-alert");
        hand.click(alert.button(WidgetIds.ALERT_EXAMINE));

        DoctorPage doctor = new DoctorPage(screen).awaitEnd();
        screen.picture("doctor-broken");
        assertTrue(doctor.headline().startsWith("SSL is on, but"), doctor.headline());
        assertEquals(1, doctor.rungs("failed").size());
        assertEquals(doctor.rungs("failed").getFirst(), doctor.selected());
        assertFalse(doctor.rungs("sound").isEmpty());
        assertFalse(doctor.rungs("not reached").isEmpty());
        assertTrue(doctor.evidence().contains("* OK"), doctor.evidence());

        hand.click(doctor.mend(0));
        FoldersPage folders = new FoldersPage(screen);
        folders.select(hand, "Broken", "Inbox");
        new ListPage(screen).await("Greetings from Dovecot");
        wire.assertNeverInClear(dovecot.user().password());
        screen.picture("doctor-mended");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+l");
        screen.awaitShell("Connection security of Broken");
        String facts = Texts.of(screen, screen.await(StyledText.class, WidgetIds.POSTURE_FACTS));
        screen.picture("posture-upgraded");
        assertTrue(facts.contains("Encrypted after an upgrade"), facts);
        assertTrue(facts.contains("SSL is on, but the server does not offer SSL"), facts);
        screen.closeDialogs();
    }

    @Test
    void aSoundAccountHasOnlyTicks() throws Exception {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        program.add("Sound", "imaps", Security.TLS, dovecot.imapsPort(), dovecot.user());
        FoldersPage folders = new FoldersPage(screen);
        folders.select(hand, "Sound", "Inbox");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+x");

        DoctorPage doctor = new DoctorPage(screen).awaitEnd();
        screen.picture("doctor-sound");
        assertEquals("Sound works", doctor.headline());
        assertEquals(List.of(), doctor.rungs("failed"));
        hand.click(doctor.button(WidgetIds.DOCTOR_COPY));
        String report = screen.ask(() -> Clipboards.text(screen.display()));
        assertFalse(report.isBlank());
        assertFalse(report.contains(dovecot.user().password()), report);
        hand.pressKey("ctrl+shift+l");
        screen.awaitShell("Connection security of Sound");
        screen.picture("posture-sound");
        screen.closeDialogs();
    }
}
