package org.postern.net.internal;

import org.postern.security.ReferenceHost;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Which TLS is good enough (RFC 9325 §3.1, §4.2): 1.2 and 1.3, ephemeral keys, authenticated
 * encryption. Nothing anonymous, no NULL, RC4, 3DES or CBC.
 *
 * @param protocols in the runtime's names
 */
record TlsParameters(List<String> protocols) {

    static final String TLS_1_3 = "TLSv1.3";
    static final TlsParameters SAFE = new TlsParameters(List.of(TLS_1_3, "TLSv1.2"));
    static final TlsParameters NEWEST = new TlsParameters(List.of(TLS_1_3));

    private static final Pattern SAFE_CIPHER =
            Pattern.compile(
                    "TLS_(ECDHE_(ECDSA|RSA)_WITH_)?(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)");

    /** SHA-256 and better (RFC 9325 §4.5); which of them a runtime would take differs. */
    private static final String[] SAFE_SIGNATURES = {
        "ecdsa_secp256r1_sha256",
        "ecdsa_secp384r1_sha384",
        "ecdsa_secp521r1_sha512",
        "ed25519",
        "ed448",
        "rsa_pss_rsae_sha256",
        "rsa_pss_rsae_sha384",
        "rsa_pss_rsae_sha512",
        "rsa_pss_pss_sha256",
        "rsa_pss_pss_sha384",
        "rsa_pss_pss_sha512",
        "rsa_pkcs1_sha256",
        "rsa_pkcs1_sha384",
        "rsa_pkcs1_sha512"
    };

    void applyTo(SSLSocket socket, ReferenceHost host) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        parameters.setCipherSuites(safe(socket.getSupportedCipherSuites()));
        parameters.setSignatureSchemes(SAFE_SIGNATURES.clone());
        parameters.setServerNames(names(host));
        // Our judge checks the name; the runtime's own check can only refuse more.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
    }

    /**
     * The runtime alone would not name a host without a dot. An address is no name (RFC 6066 §3).
     */
    private static List<SNIServerName> names(ReferenceHost host) {
        try {
            return host.address().isPresent() ? List.of() : List.of(new SNIHostName(host.name()));
        } catch (IllegalArgumentException e) {
            // A name that only a local resolver knows, with an underscore for example.
            return List.of();
        }
    }

    private static String[] safe(String[] supported) {
        return Arrays.stream(supported)
                .filter(SAFE_CIPHER.asMatchPredicate())
                .toArray(String[]::new);
    }
}
