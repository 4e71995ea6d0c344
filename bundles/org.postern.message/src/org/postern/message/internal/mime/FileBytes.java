package org.postern.message.internal.mime;

import org.postern.message.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Bytes of a file. The file is opened for each read, which the stream's large buffer makes cheap,
 * so that a message on the screen holds no file open.
 */
public record FileBytes(Path file, long size) implements Bytes {

    public FileBytes {
        Objects.requireNonNull(file, "file");
        if (size < 0) {
            throw new IllegalArgumentException("negative size of " + file);
        }
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - position);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.read(ByteBuffer.wrap(into, offset, count), position);
        }
    }
}
