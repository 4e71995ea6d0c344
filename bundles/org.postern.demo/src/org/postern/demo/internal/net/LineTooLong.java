package org.postern.demo.internal.net;

import java.io.IOException;

/** The peer sent a line longer than the protocol needs; the connection is of no more use. */
public final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    LineTooLong(int limit) {
        super("line longer than " + limit + " bytes");
    }
}
