package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

import java.util.OptionalInt;

/** What the mouse does in a list. */
final class ListMouse {

    private final MessageList list;
    private final ListChoice choice;
    private final MessageList.Owner owner;
    private final RowPainter painter;

    ListMouse(MessageList list, ListChoice choice, MessageList.Owner owner, RowPainter painter) {
        this.list = list;
        this.choice = choice;
        this.owner = owner;
        this.painter = painter;
    }

    void listen() {
        list.addListener(SWT.MouseDown, this::pressed);
        list.addListener(SWT.MouseDoubleClick, this::doubleClicked);
        list.addListener(SWT.MenuDetect, this::menu);
    }

    private void pressed(Event event) {
        list.setFocus();
        Point point = new Point(event.x, event.y);
        OptionalInt place = list.at(point);
        if (place.isEmpty()) {
            return;
        }
        if (event.button == 1) {
            clicked(event, point, place.getAsInt());
        } else if (event.button == 3 && !choice.has(place.getAsInt())) {
            list.select(place.getAsInt());
        }
    }

    private void clicked(Event event, Point point, int place) {
        Rectangle area = list.getBounds(place);
        boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (plain && painter.onTwisty(point, area, list.lineAt(place))) {
            owner.toggle(list.listing().headOf(place));
        } else if (plain && painter.onFlag(point, area)) {
            list.select(place);
            list.row(place).ifPresent(owner::flag);
        } else {
            choose(event, place);
        }
    }

    private void choose(Event event, int place) {
        if ((event.stateMask & SWT.SHIFT) != 0) {
            choice.extendTo(place);
        } else if ((event.stateMask & SWT.MOD1) != 0) {
            choice.toggle(place);
        } else {
            choice.only(place);
        }
        list.moved(place);
    }

    private void doubleClicked(Event event) {
        Point point = new Point(event.x, event.y);
        if (event.button == 1 && list.at(point).isPresent()) {
            owner.open();
        }
    }

    /** A menu that was asked for by a key appears at the line that has the focus. */
    private void menu(Event event) {
        int place = choice.focus();
        if (event.detail == SWT.MENU_KEYBOARD && place >= 0) {
            Rectangle area = list.getBounds(place);
            Point corner = list.toDisplay(area.x + area.height, area.y + area.height / 2);
            event.x = corner.x;
            event.y = corner.y;
        }
    }
}
