package org.postern.net.internal.sasl;

import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences about user names and secrets in the user's language. */
public final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(
                    "org.postern.net.internal.sasl.messages",
                    Locale.getDefault(),
                    Messages.class.getClassLoader());

    private Messages() {}

    /**
     * @param key of messages.properties
     */
    public static String text(String key) {
        return TEXTS.getString(key);
    }
}
