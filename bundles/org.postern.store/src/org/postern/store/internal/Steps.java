package org.postern.store.internal;

import java.io.IOException;

/**
 * Is told of each step towards the disk just before it is done. In the product nobody listens; a
 * test ends the process there, copies the files, or lets the disk fail.
 */
@FunctionalInterface
public interface Steps {

    Steps UNHEARD = step -> {};

    /**
     * @param step what is about to be done, such as {@code pack.write}
     * @throws IOException when the step is to fail
     */
    void before(String step) throws IOException;
}
