package org.postern.net.tests;

import org.postern.net.Connection;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;

import java.io.IOException;

/** A connection that somebody listens to on the way; nothing but the allowed goes out in clear. */
record Overheard(Connection open, RecordingProxy proxy) implements AutoCloseable {

    /** Closes it and looks at the bytes. */
    @Override
    public void close() throws IOException {
        open.close();
        proxy.close();
        ClearTextRules.assertKept(proxy);
    }
}
