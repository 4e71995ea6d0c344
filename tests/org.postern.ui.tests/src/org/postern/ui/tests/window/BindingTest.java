package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.AccountId;
import org.postern.core.Security;
import org.postern.net.Login;
import org.postern.net.Posture;
import org.postern.security.Pins;
import org.postern.sync.AccountState;
import org.postern.testing.BindingServer;
import org.postern.testing.Dovecot;
import org.postern.ui.WidgetIds;

import java.util.List;
import java.util.Optional;

/** A server that no longer ties logins to the connection, and the way out with open eyes. */
@ExtendWith(InWindow.class)
class BindingTest {

    private static final AccountId ID = Program.id("Bound");
    private static final String BOTH = "AUTH=SCRAM-SHA-256-PLUS AUTH=SCRAM-SHA-256 AUTH=PLAIN";

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();

    @Test
    void unboundLoginsAreAllowedByWhoHasReadWhatThatMeans() throws Exception {
        Hand hand = new Hand(screen);
        Pins pins = program.services().pins();
        try (BindingServer server = new BindingServer("TLSv1.3", BOTH, Dovecot.JOE)) {
            program.add("Bound", "imaps", Security.TLS, server.port(), Dovecot.JOE);
            screen.until(() -> !pins.boundServers(ID).isEmpty(), "the login was bound");
            screen.until(() -> login().isPresent(), "the first look is over");
            server.refusing("NO sorry");
            program.services().engine().goOffline(ID);
            program.services().engine().goOnline(ID);

            AlertPage alert = AlertPage.of(screen, "Bound").raise();
            screen.picture("binding-alert");
            assertTrue(alert.meaning().contains("Nothing weaker was tried"), alert.meaning());
            hand.click(alert.button(WidgetIds.ALERT_POSTURE));
            screen.awaitShell("Connection security of Bound");
            StyledText facts = screen.await(StyledText.class, WidgetIds.POSTURE_FACTS);
            screen.picture("binding-posture");
            assertTrue(Texts.of(screen, facts).contains("Binding required"));
            hand.click(screen.await(Button.class, WidgetIds.POSTURE_UNBIND));
            Shell question = screen.awaitShell("Allow logins that are not tied");
            screen.picture("binding-question");
            hand.click(Buttons.in(screen, question, "Allow them"));

            screen.until(() -> pins.boundServers(ID).isEmpty(), "it is forgotten");
            screen.until(() -> !Texts.of(facts).contains("Binding required"), "the page follows");
            screen.until(() -> login().isPresent(), "the account is online");
            assertFalse(login().orElseThrow().bound());
            assertEquals(
                    List.of("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256-PLUS"),
                    server.tried().subList(0, 2));
        }
    }

    private Optional<Login> login() {
        return program.services().engine().state(ID) instanceof AccountState.Online online
                ? online.posture().flatMap(Posture::login)
                : Optional.empty();
    }
}
