package org.postern.app.internal;

import java.nio.file.Path;

/**
 * Where everything of one user lies.
 *
 * @param root the instance area
 */
record DataFolders(Path root) {

    Path accounts() {
        return root.resolve("accounts");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path states() {
        return root.resolve("states");
    }

    /** Certificates of servers that the user trusts, or that were accepted last. */
    Path pins() {
        return root.resolve("pins");
    }

    /**
     * Certificates of authorities that the user or an administrator trusts besides the system's.
     */
    Path authorities() {
        return root.resolve("authorities");
    }

    /** The certificate of the demo server's authority, while that server runs. */
    Path demo() {
        return root.resolve("demo");
    }
}
