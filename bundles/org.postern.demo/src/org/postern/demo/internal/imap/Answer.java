package org.postern.demo.internal.imap;

/**
 * The last line of a command, without its tag.
 *
 * @param status {@code OK}, {@code NO} or {@code BAD}
 * @param code a response code without its brackets, or empty
 * @param text for people
 */
record Answer(String status, String code, String text) {
    static Answer ok(String text) {
        return new Answer("OK", "", text);
    }

    static Answer ok(String code, String text) {
        return new Answer("OK", code, text);
    }

    static Answer no(String code, String text) {
        return new Answer("NO", code, text);
    }

    static Answer bad(String text) {
        return new Answer("BAD", "", text);
    }

    String line() {
        return status + " " + (code.isEmpty() ? "" : "[" + code + "] ") + text;
    }
}
