package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Message;

/** A condition on messages. */
interface SearchKey {
    boolean matches(Message message);

    default SearchKey not() {
        return message -> !matches(message);
    }

    default SearchKey and(SearchKey other) {
        return message -> matches(message) && other.matches(message);
    }

    default SearchKey or(SearchKey other) {
        return message -> matches(message) || other.matches(message);
    }

    static SearchKey flag(String name) {
        return message -> message.flags().has(name);
    }
}
