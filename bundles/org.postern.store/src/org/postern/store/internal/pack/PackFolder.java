package org.postern.store.internal.pack;

import org.postern.core.AtomicFile;
import org.postern.store.internal.Steps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that hold the messages' bytes: {@code pack-<number>}, each appended to and read. */
public final class PackFolder {

    /** Where the first entry of a pack begins. */
    public static final long START = 16;

    private static final byte[] HEAD = "postern pack 1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("pack-([0-9]{1,18})");

    private final Path folder;
    private final Steps steps;

    public PackFolder(Path folder, Steps steps) throws IOException {
        this.folder = AtomicFile.privateFolder(folder);
        this.steps = steps;
    }

    /** The packs that are there and how long they are. */
    public Map<Long, Long> sizes() throws IOException {
        Map<Long, Long> sizes = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "pack-*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    sizes.put(Long.valueOf(name.group(1)), Files.size(file));
                }
            }
        }
        return sizes;
    }

    /** Begins a pack; its name is durable when this returns. */
    public PackWriter create(long number) throws IOException {
        steps.before("pack.create");
        FileChannel channel =
                FileChannel.open(
                        file(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            steps.before("pack.head");
            channel.write(ByteBuffer.wrap(HEAD), 0);
            steps.before("pack.name");
            AtomicFile.force(folder);
            return new PackWriter(number, channel, START, steps);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file(number));
            throw e;
        }
    }

    /**
     * Goes on with a pack.
     *
     * @param end where the last entry that counts ends; what a crash left behind it is overwritten
     */
    public PackWriter append(long number, long end) throws IOException {
        FileChannel channel = FileChannel.open(file(number), StandardOpenOption.WRITE);
        return new PackWriter(number, channel, end, steps);
    }

    /** Puts a writer's file away. */
    public void close(PackWriter writer) throws IOException {
        writer.close();
    }

    /**
     * An entry's bytes; the caller closes the stream.
     *
     * @throws java.nio.file.NoSuchFileException when the pack is not there (any more)
     * @throws DamagedEntry at once or when the bytes end
     */
    public InputStream open(PackEntry entry) throws IOException {
        FileChannel channel = FileChannel.open(file(entry.pack()), StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.allocate(EntryHead.SIZE);
            channel.read(head, entry.position());
            EntryHead expected = new EntryHead(entry.length(), entry.crc());
            if (!EntryHead.read(head.flip()).filter(expected::equals).isPresent()) {
                throw new DamagedEntry(entry);
            }
            return new PackStream(channel, entry);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether two entries have the same bytes. */
    public boolean same(PackEntry one, PackEntry other) throws IOException {
        try (InputStream a = open(one);
                InputStream b = open(other)) {
            byte[] left = new byte[1 << 14];
            byte[] right = new byte[1 << 14];
            int n;
            do {
                n = a.readNBytes(left, 0, left.length);
                int m = b.readNBytes(right, 0, right.length);
                if (!Arrays.equals(left, 0, n, right, 0, m)) {
                    return false;
                }
            } while (n == left.length);
            return true;
        }
    }

    /** Removes a pack that nothing refers to. */
    public void delete(long number) throws IOException {
        steps.before("pack.delete");
        Files.deleteIfExists(file(number));
    }

    public Path file(long number) {
        return folder.resolve("pack-" + number);
    }
}
