package org.postern.pop3.internal;

import java.util.ResourceBundle;

/** This bundle's sentences for people. */
final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.postern.pop3.internal.messages");

    private Messages() {}

    static String text(String key) {
        return TEXTS.getString(key);
    }
}
