package org.postern.store.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process out of a store. The operating system gives it back after a crash. */
public final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws MailException with a sentence when somebody else has the store
     */
    public static StoreLock take(Path root) throws IOException, MailException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new MailException(
                    new Failure.LocalStorage(
                            Messages.format("store.locked", root), root.toString()));
        }
        return new StoreLock(channel);
    }

    /** Whether somebody has a store; answers at once and changes nothing. */
    public static boolean taken(Path root) {
        Path file = root.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) { // who cannot write there has not got it either
            return false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process has it already
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
