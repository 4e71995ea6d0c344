package org.postern.diagnosis.internal;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/** This bundle's sentences for people. */
public final class Messages {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.postern.diagnosis.internal.messages");

    private Messages() {}

    /** The text of a key that may be unknown. */
    public static Optional<String> find(String key) {
        return TEXTS.containsKey(key) ? Optional.of(format(key)) : Optional.empty();
    }

    /** The text with its places filled. */
    public static String format(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
