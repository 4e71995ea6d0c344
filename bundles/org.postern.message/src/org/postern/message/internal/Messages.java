package org.postern.message.internal;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of this bundle that users see, in their language. */
public final class Messages {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(
                    "org.postern.message.internal.messages",
                    Locale.getDefault(),
                    Messages.class.getClassLoader());

    private Messages() {}

    /** The word of that key; a missing one is a fault of the bundle. */
    public static String of(String key) {
        try {
            return WORDS.getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalStateException("no word for " + key, missing);
        }
    }
}
