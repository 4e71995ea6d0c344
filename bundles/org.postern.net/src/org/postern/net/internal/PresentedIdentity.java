package org.postern.net.internal;

import org.postern.security.ClientIdentity;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows the account's certificate to a server that asks for one, whatever authorities the server
 * names: the user chose this certificate, and a server that does not want it says so. Remembers
 * whether it was asked at all.
 */
final class PresentedIdentity extends X509ExtendedKeyManager {

    private static final String ALIAS = "account";

    private final Optional<ClientIdentity> client;
    private volatile boolean asked;
    private volatile boolean shown;

    PresentedIdentity(Optional<ClientIdentity> client) {
        this.client = client;
    }

    /** Whether the server wanted to see a certificate. */
    boolean wasAsked() {
        return asked;
    }

    /** The certificate that the server got to see. */
    Optional<X509Certificate> shown() {
        return client.filter(identity -> shown).map(identity -> identity.chain().getFirst());
    }

    Optional<ClientIdentity> client() {
        return client;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        asked = true;
        shown = client.filter(identity -> fits(identity, keyTypes)).isPresent();
        return shown ? ALIAS : null;
    }

    private static boolean fits(ClientIdentity identity, String[] keyTypes) {
        String kind = identity.chain().getFirst().getPublicKey().getAlgorithm();
        return Arrays.asList(keyTypes).contains(kind);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return client.map(identity -> identity.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return client.map(ClientIdentity::key).orElse(null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return client.map(any -> new String[] {ALIAS}).orElse(null);
    }

    /** We are never a server. */
    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
