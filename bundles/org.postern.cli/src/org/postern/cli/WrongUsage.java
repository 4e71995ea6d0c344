package org.postern.cli;

/** A command was called in a way that makes no sense. The message is a sentence for the user. */
public final class WrongUsage extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param sentence names what is wrong and where; never holds a secret
     */
    public WrongUsage(String sentence) {
        super(sentence);
    }
}
