package org.postern.store.exchange;

import org.postern.core.Flag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the messages of an mbox file. A message begins behind a line {@code From …} that is the
 * first or follows an empty one; of its lines only the first few characters are kept.
 */
final class MboxScan {

    private static final int LOOK = 256;

    private final Path file;
    private final List<FoundMessage> messages = new ArrayList<>();
    private final Instant changed;
    private Optional<MboxHead> head = Optional.empty();
    private long begin = -1;
    private long first = -1;
    private int ours;
    private long position;
    private boolean emptyBefore = true;
    private int emptyLength;

    MboxScan(Path file) throws IOException {
        this.file = file;
        this.changed = Files.getLastModifiedTime(file).toInstant();
    }

    List<FoundMessage> messages() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            int length = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                length++;
                if (length <= LOOK) {
                    line.append((char) b);
                }
                if (b == '\n') {
                    line(line.toString(), length);
                    line.setLength(0);
                    length = 0;
                }
            }
            if (length > 0) {
                line(line.toString(), length);
            }
            end(position);
        }
        return messages;
    }

    private void line(String line, int length) {
        if (emptyBefore && line.startsWith("From ")) {
            end(position);
            begin = position + length;
            head = Optional.empty();
            ours = 0;
            first = position + length;
        } else if (position == first && line.startsWith(MboxHead.MARK)) {
            head = MboxHead.read(line);
            ours = head.isPresent() ? 3 : 0;
        }
        position += length;
        if (ours > 0) {
            ours--;
            begin = position;
        }
        boolean empty = line.equals("\n") || line.equals("\r\n");
        emptyBefore = empty;
        emptyLength = empty ? length : 0;
    }

    /** Takes the message in that ends here; the empty line before the next is not part of it. */
    private void end(long end) {
        if (begin < 0) {
            return;
        }
        long from = begin;
        long stored = Math.max(0, end - emptyLength - from);
        long length = head.map(MboxHead::length).orElse(stored);
        messages.add(
                new FoundMessage(
                        "mbox:" + messages.size() + ":" + stored,
                        head.map(MboxHead::flags).orElse(Set.<Flag>of()),
                        head.map(MboxHead::date).orElse(changed),
                        length,
                        () -> open(from, stored, length)));
    }

    private InputStream open(long from, long stored, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        return new UnquotingStream(new LimitedStream(in, stored), length);
    }
}
