package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.sync.AccountState;
import org.postern.ui.WidgetIds;

import java.util.Arrays;
import java.util.List;

/** A message is opened of which only the head is here, while its account is offline. */
@ExtendWith(InWindow.class)
class UnfetchedTest {

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();
    private final Hand hand = new Hand(screen);

    @Test
    void saysThatTheAccountIsOfflineAndLeadsOnline() throws Exception {
        StoredAccount.in(program, "Away").fill(1);
        new FoldersPage(screen).awaitBadge("Away", "offline");
        new FoldersPage(screen).select(hand, "Away", "Inbox");
        new ListPage(screen).select(hand, "Message 1");
        Label headline = screen.await(Label.class, WidgetIds.READING_EMPTY);
        Link online = screen.await(Link.class, WidgetIds.READING_GO_ONLINE);
        screen.picture("unfetched-offline");
        assertEquals(
                List.of(
                        "This message is not on this computer yet",
                        "You took Away offline, and this message had not been fetched before."
                                + " It comes when the account is online again.",
                        "<a>Go online</a>"),
                screen.ask(() -> said(headline)));
        hand.click(online);
        screen.until(
                () -> !(state() instanceof AccountState.OfflineByUser), "the account is called");
        screen.until(
                () -> screen.find(Link.class, WidgetIds.READING_GO_ONLINE).isEmpty(),
                "the way online is no longer shown");
    }

    private AccountState state() {
        return program.services().engine().state(Program.id("Away"));
    }

    private static List<String> said(Control one) {
        return Arrays.stream(one.getParent().getChildren())
                .filter(Control::isVisible)
                .map(Texts::of)
                .toList();
    }
}
