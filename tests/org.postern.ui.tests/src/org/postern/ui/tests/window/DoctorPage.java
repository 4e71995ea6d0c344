package org.postern.ui.tests.window;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postern.ui.WidgetIds;

import java.util.Arrays;
import java.util.List;

/** The Connection Doctor. */
final class DoctorPage {

    private final Screen screen;
    private final Table ladder;

    /** Waits until it can be seen. */
    DoctorPage(Screen screen) {
        this.screen = screen;
        ladder = screen.await(Table.class, WidgetIds.DOCTOR_LADDER);
    }

    String headline() {
        return Texts.of(screen, screen.await(Label.class, WidgetIds.DOCTOR_HEADLINE));
    }

    String evidence() {
        return Texts.of(screen, screen.await(StyledText.class, WidgetIds.DOCTOR_EVIDENCE));
    }

    /** The rungs that are in a state, by the state's word. */
    List<String> rungs(String state) {
        return screen.ask(
                () ->
                        Arrays.stream(ladder.getItems())
                                .filter(i -> i.getText(1).equals(state))
                                .map(TableItem::getText)
                                .toList());
    }

    /** Waits for the end of the examination. */
    DoctorPage awaitEnd() {
        Button again = screen.await(Button.class, WidgetIds.DOCTOR_AGAIN);
        screen.until(again::isEnabled, "the examination has ended");
        return this;
    }

    /** The rung that is selected. */
    String selected() {
        return screen.ask(() -> ladder.getSelection()[0].getText());
    }

    Button mend(int number) {
        return screen.await(Button.class, WidgetIds.DOCTOR_MEND + number);
    }

    Button button(String id) {
        return screen.await(Button.class, id);
    }
}
