package org.postern.net.internal;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;

/**
 * Ties a proof to a TLS connection. The exporter needs a Java runtime of 25 or later and TLS 1.3
 * (TLS 1.2 would need the extended master secret, which the runtime does not tell).
 */
public final class ChannelBinding {

    static final String EXPORTER = "tls-exporter";
    static final String END_POINT = "tls-server-end-point";

    private static final System.Logger LOG = System.getLogger(ChannelBinding.class.getName());
    private static final String LABEL = "EXPORTER-Channel-Binding";
    private static final int EXPORTED = 32;
    private static final Optional<MethodHandle> EXPORT = export();
    private static final Pattern HASH =
            Pattern.compile("(MD5|SHA-?1|SHA|SHA-?(224|256|384|512))with.*");

    private final SSLSession session;
    private final X509Certificate leaf;

    ChannelBinding(SSLSession session, X509Certificate leaf) {
        this.session = session;
        this.leaf = leaf;
    }

    /** Empty for a type that is not known or not to be had here. */
    Optional<byte[]> of(String type) {
        return switch (type) {
            case EXPORTER -> exported();
            case END_POINT -> endPoint(leaf);
            default -> Optional.empty();
        };
    }

    /** Found at run time, because the oldest runtime that Postern supports does not have it. */
    private static Optional<MethodHandle> export() {
        MethodType type =
                MethodType.methodType(byte[].class, String.class, byte[].class, int.class);
        try {
            return Optional.of(
                    MethodHandles.publicLookup()
                            .findVirtual(
                                    ExtendedSSLSession.class, "exportKeyingMaterialData", type));
        } catch (ReflectiveOperationException e) {
            LOG.log(System.Logger.Level.DEBUG, "this Java runtime has no TLS exporter", e);
            return Optional.empty();
        }
    }

    /** RFC 9266 §4. */
    private Optional<byte[]> exported() {
        if (EXPORT.isEmpty() || !session.getProtocol().equals(TlsParameters.TLS_1_3)) {
            return Optional.empty();
        }
        try {
            ExtendedSSLSession extended = (ExtendedSSLSession) session;
            return Optional.of(
                    (byte[]) EXPORT.get().invokeExact(extended, LABEL, new byte[0], EXPORTED));
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.DEBUG, "the TLS exporter failed", e);
            return Optional.empty();
        }
    }

    /** RFC 5929 §4.1: the hash of the certificate's signature, but none that is broken. */
    public static Optional<byte[]> endPoint(X509Certificate leaf) {
        try {
            Optional<String> hash = hash(leaf);
            return hash.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MessageDigest.getInstance(hash.get()).digest(leaf.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a certificate could not be hashed", e);
            return Optional.empty();
        }
    }

    /** A signature without a hash of its own, Ed25519 for example, gives no binding. */
    private static Optional<String> hash(X509Certificate leaf)
            throws GeneralSecurityException, IOException {
        if (leaf.getSigAlgName().equals("RSASSA-PSS")) {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(leaf.getSigAlgParams());
            return Optional.of(
                    strong(
                            parameters
                                    .getParameterSpec(PSSParameterSpec.class)
                                    .getDigestAlgorithm()));
        }
        Matcher named = HASH.matcher(leaf.getSigAlgName());
        return named.matches() ? Optional.of(strong(named.group(1))) : Optional.empty();
    }

    private static String strong(String hash) {
        String digits = hash.replaceAll("\\D", "");
        return digits.length() == 3 ? "SHA-" + digits : "SHA-256";
    }
}
