package org.postern.testing;

import java.io.IOException;

/** One line of a script: how it reads in a trace, and what it does. */
record Step(String text, Action action) {

    /** What a step does with the connection that has come to it. */
    @FunctionalInterface
    interface Action {
        void run(Conversation conversation) throws IOException, InterruptedException;
    }
}
