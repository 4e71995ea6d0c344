package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What keys do in a list. Those of commands never come here. */
final class ListKeys {

    private final MessageList list;
    private final ListChoice choice;
    private final MessageList.Owner owner;

    ListKeys(MessageList list, ListChoice choice, MessageList.Owner owner) {
        this.list = list;
        this.choice = choice;
        this.owner = owner;
    }

    void listen() {
        list.addListener(SWT.KeyDown, this::pressed);
        list.addListener(SWT.Traverse, this::leave);
    }

    /** The keys that lead from one field to the next do so here as well. */
    private void leave(Event event) {
        boolean tab = event.detail == SWT.TRAVERSE_TAB_NEXT;
        event.doit = tab || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    private void pressed(Event event) {
        int last = list.getItemCount() - 1;
        int from = choice.focus();
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.KEYPAD_2 -> go(event, Math.min(last, from + 1));
            case SWT.ARROW_UP, SWT.KEYPAD_8 -> go(event, Math.max(0, from - 1));
            case SWT.PAGE_DOWN, SWT.KEYPAD_3 -> go(event, Math.min(last, pageDown(from)));
            case SWT.PAGE_UP, SWT.KEYPAD_9 -> go(event, Math.max(0, pageUp(from)));
            case SWT.HOME, SWT.KEYPAD_7 -> go(event, 0);
            case SWT.END, SWT.KEYPAD_1 -> go(event, last);
            case SWT.ARROW_RIGHT -> unfold(from);
            case SWT.ARROW_LEFT -> fold(from);
            case SWT.CR, SWT.LF, SWT.KEYPAD_CR -> owner.open();
            default -> typed(event, from);
        }
    }

    /** First to the last whole line in sight, then a page on. */
    private int pageDown(int from) {
        int lastSeen = list.getTopIndex() + list.page() - 1;
        return from < lastSeen ? lastSeen : from + list.page();
    }

    private int pageUp(int from) {
        int firstSeen = list.getTopIndex();
        return from > firstSeen ? firstSeen : from - list.page();
    }

    private void go(Event event, int place) {
        if (place < 0 || list.getItemCount() == 0) {
            return;
        }
        if ((event.stateMask & SWT.SHIFT) != 0) {
            choice.extendTo(place);
        } else if ((event.stateMask & SWT.MOD1) != 0) {
            choice.moveFocus(place);
        } else {
            choice.only(place);
        }
        list.moved(place);
    }

    private void unfold(int place) {
        if (place >= 0 && list.listing().closed(place)) {
            owner.toggle(place);
        }
    }

    /** An answer leads to the beginning of its thread, and that closes it. */
    private void fold(int place) {
        if (place < 0) {
            return;
        }
        int head = list.listing().headOf(place);
        if (head != place) {
            list.select(head);
        } else if (list.listing().open(place)) {
            owner.toggle(place);
        }
    }

    private void typed(Event event, int place) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean alt = (event.stateMask & SWT.ALT) != 0;
        if (control && event.keyCode == 'a') {
            selectAll();
        } else if (event.character == ' ' && place >= 0) {
            space(control, place);
        } else if (!control && !alt && event.character > ' ' && event.character != SWT.DEL) {
            owner.typed(event.character);
        }
    }

    void selectAll() {
        if (list.getItemCount() > 0) {
            choice.all();
            list.moved(choice.focus());
        }
    }

    private void space(boolean control, int place) {
        if (control) {
            choice.toggle(place);
        } else {
            choice.only(place);
        }
        list.moved(place);
    }
}
