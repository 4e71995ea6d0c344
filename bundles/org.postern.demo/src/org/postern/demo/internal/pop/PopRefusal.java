package org.postern.demo.internal.pop;

/** A command that is answered with -ERR and this text. */
final class PopRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PopRefusal(String text) {
        super(text);
    }
}
