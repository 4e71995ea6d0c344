package org.postern.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.postern.account.SyncOptions;

import java.time.Duration;
import java.util.Optional;

/** What the user prefers. */
public final class MailPreferences {

    /** The appearance: one of {@link #SYSTEM}, {@link #LIGHT}, {@link #DARK}. */
    public static final String THEME = "theme";

    public static final String SYSTEM = "system";
    public static final String LIGHT = "light";
    public static final String DARK = "dark";

    /** Minutes between two looks for mail, for new accounts; 0 means only by hand. */
    public static final String MINUTES = "minutes";

    private static final String NODE = "org.postern.ui";

    private MailPreferences() {}

    /** The store of all of them, with defaults. */
    public static IPreferenceStore store() {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
        store.setDefault(THEME, SYSTEM);
        store.setDefault(MINUTES, 10);
        return store;
    }

    /** What a new account does by itself. */
    public static SyncOptions syncOptions() {
        int minutes = store().getInt(MINUTES);
        return new SyncOptions(
                minutes <= 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)),
                SyncOptions.DEFAULT.removal(),
                SyncOptions.DEFAULT.keepDays());
    }
}
