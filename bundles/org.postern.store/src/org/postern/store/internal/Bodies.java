package org.postern.store.internal;

import org.postern.core.AtomicFile;
import org.postern.store.MessageId;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whole messages of a mailbox, each in a file {@code <nn>/<message id>.eml}. */
public final class Bodies {

    private static final int FOLDERS = 100;
    private static final String SUFFIX = ".eml";

    private final Path folder;

    public Bodies(Path folder) {
        this.folder = folder;
    }

    /** The bytes could not be read where they come from; nothing is wrong with this disk. */
    public static final class SourceFailed extends IOException {
        private static final long serialVersionUID = 1L;

        SourceFailed(IOException cause) {
            super(cause);
        }

        /** As the source threw it. */
        public IOException reason() {
            return (IOException) getCause();
        }
    }

    /**
     * Stores a body; durable when it returns.
     *
     * @return how many bytes it has
     * @throws SourceFailed when {@code bytes} threw
     */
    long put(MessageId id, InputStream bytes) throws IOException {
        Path file = file(id);
        if (!Files.isDirectory(file.getParent())) {
            AtomicFile.privateFolder(file.getParent());
            AtomicFile.force(folder);
        }
        AtomicFile.write(file, out -> copy(bytes, out));
        return Files.size(file);
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
            out.write(buffer, 0, n);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws SourceFailed {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }

    Optional<InputStream> open(MessageId id) throws IOException {
        try {
            return Optional.of(new BufferedInputStream(Files.newInputStream(file(id))));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed since the caller looked
        }
    }

    void remove(Collection<MessageId> ids) throws IOException {
        for (MessageId id : ids) {
            Files.deleteIfExists(file(id));
        }
    }

    /**
     * Makes the folder hold just these bodies: takes away what a crash left behind.
     *
     * @param keep whether bodies that nobody knows are moved to {@code unclaimed} instead of
     *     removed, because the journal has lost records that may have told of them
     * @return those that are not there
     */
    Set<MessageId> settle(Set<MessageId> expected, boolean keep) throws IOException {
        Set<MessageId> missing = new HashSet<>(expected);
        try (var folders = Files.newDirectoryStream(folder, "[0-9][0-9]")) {
            for (Path each : folders) {
                AtomicFile.removeLeftovers(each);
                settle(each, expected, missing, keep);
            }
        }
        return missing;
    }

    private void settle(Path part, Set<MessageId> expected, Set<MessageId> missing, boolean keep)
            throws IOException {
        try (var files = Files.newDirectoryStream(part, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String digits = name.substring(0, name.length() - SUFFIX.length());
                if (digits.matches("[0-9]{1,18}")) {
                    MessageId id = new MessageId(Long.parseLong(digits));
                    missing.remove(id);
                    if (!expected.contains(id)) {
                        takeAway(file, keep);
                    }
                }
            }
        }
    }

    private void takeAway(Path file, boolean keep) throws IOException {
        if (keep) {
            Path unclaimed = AtomicFile.privateFolder(folder.resolve("unclaimed"));
            Files.move(file, unclaimed.resolve(file.getFileName()));
        } else {
            Files.delete(file);
        }
    }

    private Path file(MessageId id) {
        return folder.resolve("%02d".formatted(id.value() % FOLDERS)).resolve(id.value() + SUFFIX);
    }
}
