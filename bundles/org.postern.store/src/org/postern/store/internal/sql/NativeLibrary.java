package org.postern.store.internal.sql;

import org.postern.core.AtomicFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the driver unpacks its native library: into a folder that only we can write to, for what
 * lies in a shared temporary folder could be put there by somebody else.
 */
final class NativeLibrary {

    private static final String PLACE = "org.sqlite.tmpdir";
    private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());

    private NativeLibrary() {}

    /** The first folder named in a process is used; what a crash left in it is removed. */
    static synchronized void prepare(Path folder) throws IOException {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        AtomicFile.privateFolder(folder);
        for (Path old : leftovers(folder)) {
            remove(old);
        }
        System.setProperty(PLACE, folder.toString());
    }

    private static List<Path> leftovers(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "sqlite-*")) {
            files.forEach(found::add);
        }
        return found;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (
                IOException
                        e) { // Windows keeps a library that is loaded; the next start removes it
            LOG.log(System.Logger.Level.DEBUG, "removing " + file, e);
        }
    }
}
