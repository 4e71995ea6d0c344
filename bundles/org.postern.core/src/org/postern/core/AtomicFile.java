package org.postern.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files so that after a crash at any instant either the old or the new content is there,
 * whole. The content goes to a temporary file beside the target, is forced to the disk and then
 * renamed over it. Files made here can be read by their owner only, where the file system knows
 * owners.
 */
public final class AtomicFile {

    private static final String TEMPORARY = ".part";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param out buffered; flushed and closed by the caller
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /** Replaces or makes {@code file}; durable when it returns, unchanged when it throws. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Replaces or makes {@code file}; durable when it returns, unchanged when it throws. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileSteps.before("file.create", file);
        Path part = Files.createTempFile(folder, file.getFileName() + "-", TEMPORARY);
        try {
            FileSteps.before("file.write", file);
            fill(part, content);
            FileSteps.before("file.move", file);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        FileSteps.before("file.name", file);
        force(folder);
    }

    private static void fill(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes names that were added to or removed from a folder durable. */
    public static void force(Path folder) throws IOException {
        if (WINDOWS) {
            return; // NTFS journals names itself, and a folder cannot be opened there
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a folder, with its parents, that only its owner can look into. */
    public static Path privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /**
     * Renames a file or folder to {@code <name>.<why>-<n>} in the same folder; nothing is
     * overwritten.
     *
     * @return the new path
     */
    public static Path setAside(Path file, String why) throws IOException {
        int n = 1;
        Path aside = file.resolveSibling(file.getFileName() + "." + why + "-" + n);
        while (Files.exists(aside)) {
            n++;
            aside = file.resolveSibling(file.getFileName() + "." + why + "-" + n);
        }
        Files.move(file, aside);
        force(file.toAbsolutePath().getParent());
        return aside;
    }

    /** Removes what writes that were interrupted by a crash left behind in a folder. */
    public static void removeLeftovers(Path folder) throws IOException {
        List<Path> leftovers = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            files.forEach(leftovers::add);
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }
}
