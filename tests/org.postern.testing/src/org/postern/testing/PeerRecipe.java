package org.postern.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How to run a real server that is not installed but unpacked. */
interface PeerRecipe {

    /** What it is called, also in the cache of unpacked packages. */
    String name();

    TestUser user();

    /** Writes what the server reads. All of it is given to the owner afterwards. */
    void prepare(Path folder, PrivateUser owner, PeerPorts ports)
            throws IOException, InterruptedException;

    /** The command that runs it, in the foreground, until it is killed. */
    List<String> command(Path folder) throws IOException;
}
