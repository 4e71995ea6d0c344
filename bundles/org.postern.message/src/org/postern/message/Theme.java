package org.postern.message;

/** The colours of a page. */
public enum Theme {
    LIGHT,
    DARK
}
