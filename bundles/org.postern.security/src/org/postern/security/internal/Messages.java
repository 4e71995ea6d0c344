package org.postern.security.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this bundle in the user's language. */
public final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(
                    "org.postern.security.internal.messages",
                    Locale.getDefault(),
                    Messages.class.getClassLoader());

    private Messages() {}

    /**
     * @param key of messages.properties
     * @param values for {0}, {1} …, put in as text
     */
    public static String text(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return MessageFormat.format(TEXTS.getString(key), texts);
    }
}
