package org.postern.security.internal;

import org.postern.security.TrustAnchors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of certificates, or a single file of them, that is read again when its files change. One
 * thread at a time.
 */
public final class PemFolder {

    private static final Pattern WANTED = Pattern.compile("(?i).+\\.(pem|crt|cer|crl)");

    private final Path folder;
    private Optional<List<Entry>> seen = Optional.empty();
    private TrustAnchors anchors = TrustAnchors.of();

    /** What tells whether a file is still the one that was read. */
    private record Entry(Path file, FileTime modified, long size) {}

    public PemFolder(Path folder) {
        this.folder = folder;
    }

    /** The same object as long as the folder is the same. */
    public TrustAnchors anchors() {
        try {
            List<Entry> now = entries();
            if (!seen.equals(Optional.of(now))) {
                anchors = read(now);
                seen = Optional.of(now);
            }
        } catch (IOException e) {
            // Fail closed: a folder that cannot be listed vouches for nobody.
            seen = Optional.empty();
            anchors = new TrustAnchors(Set.of(), List.of(complaint(e)));
        }
        return anchors;
    }

    private String complaint(IOException e) {
        return Messages.text("trust.file", folder, e.toString());
    }

    private List<Entry> entries() throws IOException {
        List<Entry> found = new ArrayList<>();
        for (Path file : files()) {
            found.add(new Entry(file, Files.getLastModifiedTime(file), Files.size(file)));
        }
        return found;
    }

    /** A file that was named itself counts whatever its name is. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.isRegularFile(folder) ? List.of(folder) : List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PemFolder::wanted).sorted().toList();
        }
    }

    private static boolean wanted(Path file) {
        return WANTED.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }

    private static TrustAnchors read(List<Entry> entries) {
        Set<X509Certificate> certificates = new HashSet<>();
        List<X509CRL> lists = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Entry entry : entries) {
            if (isList(entry.file())) {
                CrlFile file = CrlFile.read(entry.file());
                lists.addAll(file.lists());
                problems.addAll(file.problems());
            } else {
                Pem pem = Pem.read(entry.file());
                certificates.addAll(pem.certificates());
                problems.addAll(pem.problems());
            }
        }
        return new TrustAnchors(certificates, lists, problems);
    }

    private static boolean isList(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".crl");
    }
}
