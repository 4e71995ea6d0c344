package org.postern.app.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The sentences of this bundle, from {@code messages.properties}. */
final class Messages {
    private static final ResourceBundle TEXT =
            ResourceBundle.getBundle("org.postern.app.internal.messages");

    private Messages() {}

    static String get(String key) {
        return TEXT.getString(key);
    }

    static String format(String key, Object... values) {
        return MessageFormat.format(get(key), values);
    }
}
