package org.postern.store.tests;

import java.io.IOException;
import java.io.InputStream;

/** A line that is cut. */
final class BrokenStream extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException("line cut");
    }
}
