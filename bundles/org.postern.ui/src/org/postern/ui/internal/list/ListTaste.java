package org.postern.ui.internal.list;

import org.eclipse.jface.preference.IPreferenceStore;
import org.postern.store.ListQuery.Order;
import org.postern.ui.internal.preferences.MailPreferences;

import java.util.Arrays;

/** How the user likes lists to be sorted, kept from one start to the next. */
final class ListTaste {

    private static final String ORDER = "list.order";
    private static final String REVERSED = "list.reversed";
    private static final String THREADS = "list.threads";

    private ListTaste() {}

    static ListWish stored() {
        IPreferenceStore store = MailPreferences.store();
        String name = store.getString(ORDER);
        Order order =
                Arrays.stream(Order.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(Order.DATE);
        return new ListWish(
                "", false, order, store.getBoolean(REVERSED), store.getBoolean(THREADS));
    }

    static void store(ListWish wish) {
        IPreferenceStore store = MailPreferences.store();
        store.setValue(ORDER, wish.order().name());
        store.setValue(REVERSED, wish.reversed());
        store.setValue(THREADS, wish.threads());
    }
}
