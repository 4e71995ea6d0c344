package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What Return does in dialogs that somebody opened by mistake. */
@ExtendWith(InWindow.class)
class QuestionsTest {

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();
    private final Hand hand = new Hand(screen);

    /** As the menu does; it waits for the dialog, so nobody waits for it. */
    private void start(String command) {
        screen.display()
                .asyncExec(
                        () -> {
                            try {
                                PlatformUI.getWorkbench()
                                        .getService(IHandlerService.class)
                                        .executeCommand(command, null);
                            } catch (CommandException e) {
                                throw new IllegalStateException(command, e);
                            }
                        });
    }

    @Test
    void returnKeepsTheAccountThatWasToBeRemoved() throws Exception {
        StoredAccount.in(program, "Kept");
        new FoldersPage(screen).awaitBadge("Kept", "offline");
        new FoldersPage(screen).select(hand, "Kept");
        start("org.postern.ui.removeAccount");
        Shell question = screen.awaitShell("Remove Kept?");
        screen.picture("remove-account");
        Button keep = Buttons.in(screen, question, "Keep it");
        screen.until(keep::isFocusControl, "the focus is on what harms nothing");
        assertEquals(keep, screen.ask(question::getDefaultButton));
        hand.pressKey("Return");
        screen.until(question::isDisposed, "the question is answered");
        assertTrue(program.services().accounts().find(Program.id("Kept")).isPresent());
    }

    @Test
    void openingThePreferencesSaysNothingInTheLog() {
        List<String> said = new CopyOnWriteArrayList<>();
        ILogListener listener = (status, plugin) -> said.add(status.toString());
        Platform.addLogListener(listener);
        try {
            screen.toFront("Postern");
            start("org.eclipse.ui.window.preferences");
            Shell preferences = screen.awaitShell("Preferences");
            screen.picture("preferences");
            hand.click(Buttons.in(screen, preferences, "Cancel"));
            screen.until(preferences::isDisposed, "the preferences are closed");
        } finally {
            Platform.removeLogListener(listener);
        }
        assertEquals(List.of(), said);
    }
}
