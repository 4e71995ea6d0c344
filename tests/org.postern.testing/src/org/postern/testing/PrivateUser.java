package org.postern.testing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs a server of a test: whoever runs the test, but never root, because servers refuse that
 * or behave differently.
 */
record PrivateUser(String name, String group, boolean other) {

    /** The owner of that new folder, or nobody in the place of root. */
    static PrivateUser forOwnerOf(Path folder) throws IOException {
        PosixFileAttributes owned = Files.readAttributes(folder, PosixFileAttributes.class);
        String owner = owned.owner().getName();
        return owner.equals("root")
                ? new PrivateUser("nobody", "nogroup", true)
                : new PrivateUser(owner, owned.group().getName(), false);
    }

    /** The words that go before a command so that this user runs it. */
    List<String> prefix() {
        return other
                ? List.of("setpriv", "--reuid", name, "--regid", group, "--clear-groups", "--")
                : List.of();
    }

    /** Gives the folder and all in it to this user. */
    void own(Path folder) throws IOException {
        if (other) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    give(file);
                }
            }
        }
    }

    private void give(Path file) throws IOException {
        var names = FileSystems.getDefault().getUserPrincipalLookupService();
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        view.setGroup(names.lookupPrincipalByGroupName(group));
        view.setOwner(names.lookupPrincipalByName(name));
    }
}
