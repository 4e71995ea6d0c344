package org.postern.account;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** This bundle's sentences for people. */
final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.postern.account.messages");

    private Messages() {}

    static String format(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
