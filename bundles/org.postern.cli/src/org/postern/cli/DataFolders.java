package org.postern.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where everything of one user lies.
 *
 * @param root the instance area
 */
public record DataFolders(Path root) {

    public DataFolders {
        Objects.requireNonNull(root, "root");
    }

    /** A file for each account. */
    public Path accounts() {
        return root.resolve("accounts");
    }

    /** The local mail; one program at a time has it open. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** The index of the local mail; can be made anew out of it. */
    public Path index() {
        return root.resolve("index");
    }

    /** The file of the queries that the user saved. */
    public Path searches() {
        return root.resolve("searches");
    }

    /** Passwords, encrypted. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Certificates that the user pinned, and the last ones that were accepted. */
    public Path pins() {
        return root.resolve("pins");
    }

    /** What the engine remembers of each account. */
    public Path states() {
        return root.resolve("states");
    }

    /**
     * Certificates of authorities that the user or an administrator trusts besides the system's.
     */
    public Path authorities() {
        return root.resolve("authorities");
    }

    /** The certificate of the demo server's authority, while that server runs. */
    public Path demo() {
        return root.resolve("demo");
    }

    /** All folders whose certificates are trusted. */
    public List<Path> trusted() {
        return List.of(authorities(), demo());
    }
}
