package org.postern.cli.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** This bundle's sentences for people. */
public final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.postern.cli.internal.messages");

    private Messages() {}

    public static String format(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
