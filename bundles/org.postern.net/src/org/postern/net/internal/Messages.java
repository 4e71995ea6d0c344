package org.postern.net.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this bundle in the user's language. */
final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(
                    "org.postern.net.internal.messages",
                    Locale.getDefault(),
                    Messages.class.getClassLoader());

    private Messages() {}

    /**
     * @param key of messages.properties
     * @param values for {0}, {1} …
     */
    static String text(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
