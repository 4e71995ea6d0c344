package org.postern.ui.internal.list;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.postern.store.MessageRow;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;

import java.util.stream.IntStream;

/**
 * The list as a screen reader hears it: a list whose items are the lines in sight and the one that
 * has the focus. The others exist for it when one goes there, as nobody hears a million of them.
 */
final class ListAccess {

    private final MessageList list;

    ListAccess(MessageList list) {
        this.list = list;
        Accessible.name(list, Messages.List_tableName);
        list.getAccessible().addAccessibleListener(new Names());
        list.getAccessible().addAccessibleControlListener(new Structure());
    }

    /** The focus went to another line. */
    void moved(int place) {
        list.getAccessible().setFocus(place);
    }

    /** Other lines are selected. */
    void selected() {
        list.getAccessible().selectionChanged();
    }

    /** All that a line says. */
    String spoken(int place, MessageRow row) {
        String lies = list.place(row);
        String text =
                RowTexts.spoken(row) + (lies.isEmpty() ? "" : ", " + lies) + list.snippet(row.id());
        int members = list.listing().members(place);
        if (members == 1) {
            return text;
        }
        String state =
                list.listing().open(place) ? Messages.List_threadOpen : Messages.List_threadClosed;
        return text + ", " + Messages.bind(state, String.valueOf(members));
    }

    private IntStream children() {
        int focus = list.choice().focus();
        IntStream seen = list.inSight();
        return focus < 0 ? seen : IntStream.concat(seen, IntStream.of(focus)).distinct().sorted();
    }

    private boolean isLine(int child) {
        return child >= 0 && child < list.getItemCount();
    }

    private final class Names extends AccessibleAdapter {

        @Override
        public void getName(AccessibleEvent event) {
            if (isLine(event.childID)) {
                event.result = list.getText(event.childID);
            }
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            if (isLine(event.childID)) {
                event.result =
                        Messages.bind(
                                Messages.List_position,
                                String.valueOf(event.childID + 1),
                                String.valueOf(list.getItemCount()));
            }
        }
    }

    private final class Structure extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = isLine(event.childID) ? ACC.ROLE_LISTITEM : ACC.ROLE_LIST;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_FOCUSABLE;
            if (isLine(event.childID)) {
                event.detail |= ACC.STATE_SELECTABLE;
                event.detail |= list.choice().has(event.childID) ? ACC.STATE_SELECTED : 0;
                boolean focus = list.isFocusControl() && list.choice().focus() == event.childID;
                event.detail |= focus ? ACC.STATE_FOCUSED : 0;
            } else {
                event.detail |= ACC.STATE_MULTISELECTABLE;
                event.detail |= list.isFocusControl() ? ACC.STATE_FOCUSED : 0;
            }
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = (int) children().count();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = children().boxed().toArray();
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            int focus = list.choice().focus();
            boolean here = list.isFocusControl();
            event.childID = here ? (focus < 0 ? ACC.CHILDID_SELF : focus) : ACC.CHILDID_NONE;
        }

        @Override
        public void getSelection(AccessibleControlEvent event) {
            int count = list.choice().count();
            if (count == 0) {
                event.childID = ACC.CHILDID_NONE;
            } else if (count == 1) {
                event.childID = list.choice().first();
            } else {
                event.childID = ACC.CHILDID_MULTIPLE;
                event.children = children().filter(list.choice()::has).boxed().toArray();
            }
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            Rectangle area =
                    isLine(event.childID) ? list.getBounds(event.childID) : list.getClientArea();
            Point corner = list.toDisplay(area.x, area.y);
            event.x = corner.x;
            event.y = corner.y;
            event.width = area.width;
            event.height = area.height;
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = list.toControl(event.x, event.y);
            boolean inside = list.getClientArea().contains(point);
            event.childID = inside ? list.at(point).orElse(ACC.CHILDID_SELF) : ACC.CHILDID_NONE;
        }
    }
}
