package org.postern.security;

import org.postern.security.internal.PemFolder;
import org.postern.security.internal.SystemAnchors;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where trust comes from on this machine: the Java runtime's authorities, those of the operating
 * system, and folders of an administrator with certificates in PEM ({@code *.pem}, {@code *.crt},
 * {@code *.cer}) and revocation lists ({@code *.crl}).
 *
 * <p>Folders are looked at anew at every call and read again when something in them changed, so
 * that an authority can be added or withdrawn while running. Thread-safe.
 */
public final class TrustSources implements Supplier<TrustAnchors> {

    private final Supplier<TrustAnchors> system;
    private final List<PemFolder> folders;
    private List<TrustAnchors> parts = List.of();
    private TrustAnchors whole = TrustAnchors.of();

    private TrustSources(Supplier<TrustAnchors> system, List<Path> folders) {
        this.system = system;
        this.folders = folders.stream().map(PemFolder::new).toList();
    }

    /**
     * The runtime, the system and these folders.
     *
     * @param folders need not exist; a single file may stand for a folder
     */
    public static TrustSources systemAnd(List<Path> folders) {
        return new TrustSources(SystemAnchors::load, folders);
    }

    /** These folders and nothing else. */
    public static TrustSources only(List<Path> folders) {
        TrustAnchors nothing = TrustAnchors.of();
        return new TrustSources(() -> nothing, folders);
    }

    /** The same object as long as nothing changed. */
    @Override
    public synchronized TrustAnchors get() {
        List<TrustAnchors> now = new ArrayList<>();
        now.add(system.get());
        folders.forEach(folder -> now.add(folder.anchors()));
        if (!same(now)) {
            parts = List.copyOf(now);
            whole = united(now);
        }
        return whole;
    }

    private boolean same(List<TrustAnchors> now) {
        if (now.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != parts.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static TrustAnchors united(List<TrustAnchors> parts) {
        Set<X509Certificate> certificates = new HashSet<>();
        List<X509CRL> revocations = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TrustAnchors part : parts) {
            certificates.addAll(part.certificates());
            revocations.addAll(part.revocations());
            problems.addAll(part.problems());
        }
        return new TrustAnchors(certificates, revocations, problems);
    }
}
