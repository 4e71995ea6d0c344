package org.postern.message.internal.html;

/**
 * Style that passed the filter.
 *
 * @param text safe declarations or rules, perhaps none
 * @param blocked remote things that were left out
 * @param coloured whether it sets colours
 */
record Css(String text, int blocked, boolean coloured) {

    static final Css NONE = new Css("", 0, false);

    Css and(Css more) {
        return new Css(text + more.text, blocked + more.blocked, coloured || more.coloured);
    }
}
