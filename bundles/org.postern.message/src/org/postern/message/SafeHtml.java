package org.postern.message;

import org.postern.message.internal.html.Page;
import org.postern.message.internal.html.PlainHtml;

/**
 * Makes the page that a browser widget shows for a message: a complete document with a content
 * security policy under which nothing runs and nothing is fetched, whatever the message contains.
 */
public final class SafeHtml {

    private SafeHtml() {}

    /** The message's HTML where there is some, else its text. */
    public static String render(ReadableMessage message, Theme theme) {
        return message.html()
                .map(fragment -> render(fragment, theme))
                .orElseGet(() -> render(message.text(), theme));
    }

    /**
     * A page of safe HTML. HTML that brings its own colours stands on light paper in a dark theme
     * too, since its author saw it so.
     */
    public static String render(SafeFragment fragment, Theme theme) {
        return Page.of(fragment.html(), theme, fragment.coloured());
    }

    /** A page of text: quotes as nested bars, addresses of the web as links. */
    public static String render(PlainText text, Theme theme) {
        return Page.of(PlainHtml.of(text), theme, false);
    }
}
