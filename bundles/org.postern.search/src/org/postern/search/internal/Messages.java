package org.postern.search.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** This bundle's sentences for people. */
public final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.postern.search.internal.messages");

    private Messages() {}

    public static String format(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
