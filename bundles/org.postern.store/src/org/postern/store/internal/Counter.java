package org.postern.store.internal;

import org.postern.core.AtomicFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Numbers that rise and are never given twice, also not after a crash: the file says up to where
 * they may be given, and a start goes on from there.
 */
public final class Counter {

    private static final long BLOCK = 1 << 16;

    private final Path file;
    private long last;
    private long reserved;

    private Counter(Path file, long last) {
        this.file = file;
        this.last = last;
        this.reserved = last;
    }

    public static Counter open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Counter(file, 0);
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new DamagedFile(file + " is no number");
        }
        return new Counter(file, Long.parseLong(text));
    }

    /** The next number; positive. */
    public synchronized long next() throws IOException {
        if (last == reserved) {
            String mark = (reserved + BLOCK) + "\n";
            AtomicFile.write(file, mark.getBytes(StandardCharsets.US_ASCII));
            reserved += BLOCK;
        }
        return ++last;
    }
}
