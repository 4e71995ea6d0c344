package org.postern.credentials.internal;

import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Keeps the master key in a file that only its owner can read. */
public final class KeyFile implements KeySource {

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<char[]> read() throws MailException {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (!MasterKey.isKey(text)) {
                throw unavailable(Messages.format("key.damaged", file));
            }
            return Optional.of(text.toCharArray());
        } catch (IOException e) {
            throw unavailable(Messages.format("vault.failed", file, e.toString()));
        }
    }

    @Override
    public boolean write(char[] key) throws MailException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(CharBuffer.wrap(key));
        try {
            AtomicFile.write(file, Arrays.copyOf(bytes.array(), bytes.limit()));
            return true;
        } catch (IOException e) {
            throw unavailable(Messages.format("vault.failed", file, e.toString()));
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    private static MailException unavailable(String sentence) {
        return new MailException(new Failure.CredentialsUnavailable(sentence));
    }

    @Override
    public String place() {
        return Messages.format("place.file");
    }
}
