package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.sync.Activities;
import org.postern.sync.Activity;
import org.postern.sync.Progress;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;

import java.util.List;
import java.util.Optional;

/** What is under way is told with what is done of it. */
@ExtendWith(InWindow.class)
class ActivityTest {

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();
    private final Services real = program.services();

    /** Work that stands still, so that there is something to look at. */
    private record FakeActivities(List<Activity> now) implements Activities {

        @Override
        public void addListener(Runnable listener) {}

        @Override
        public void removeListener(Runnable listener) {}
    }

    private static Activity fetching(long number, String text, Progress bytes) {
        return new Activity(
                number,
                Optional.of(Program.id("Busy")),
                Activity.Kind.FETCHING,
                Optional.of("Inbox"),
                text,
                new Progress(120, 300),
                bytes,
                () -> {});
    }

    @BeforeEach
    void openTheView() throws Exception {
        StoredAccount.in(program, "Busy");
        Activities still =
                new FakeActivities(
                        List.of(
                                fetching(
                                        1,
                                        "Inbox: 120 of 300",
                                        new Progress(1_200_000, 30_000_000)),
                                fetching(2, "Drafts: 120 of 300", Progress.NONE)));
        Services.install(
                new Services(
                        real.accounts(),
                        real.credentials(),
                        real.store(),
                        real.search(),
                        real.savedQueries(),
                        real.engine(),
                        still,
                        real.transports(),
                        real.portPolicies(),
                        real.pins(),
                        real.doctor(),
                        real.wireLog()));
        screen.run(
                () -> {
                    close();
                    show();
                });
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private static void show() {
        try {
            page().showView(MailIds.ACTIVITY_VIEW);
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    private static void close() {
        var view = page().findView(MailIds.ACTIVITY_VIEW);
        if (view != null) {
            page().hideView(view);
        }
    }

    @AfterEach
    void closeIt() {
        screen.run(ActivityTest::close);
        Services.install(real);
    }

    @Test
    void saysHowManyBytesAreDoneWhereSomebodyCounts() {
        Table table = screen.await(Table.class, WidgetIds.ACTIVITY_TABLE);
        screen.picture("activity");
        assertEquals("1.2 MB of 30 MB", screen.ask(() -> table.getItem(0).getText(2)));
        assertEquals("", screen.ask(() -> table.getItem(1).getText(2)));
        assertEquals("4 %", screen.ask(() -> table.getItem(0).getText(3)));
    }
}
