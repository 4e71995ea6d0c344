package org.postern.demo.internal.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority made on the spot. Its key and the server's key never leave the memory. */
public final class DemoCa {
    private final X509Certificate authority;
    private final X509Certificate server;
    private final KeyPair serverKeys;

    private DemoCa(X509Certificate authority, X509Certificate server, KeyPair serverKeys) {
        this.authority = authority;
        this.server = server;
        this.serverKeys = serverKeys;
    }

    /** Makes an authority and lets it sign one certificate for localhost. */
    public static DemoCa create() throws GeneralSecurityException {
        KeyPair caKeys = newKeys();
        KeyPair serverKeys = newKeys();
        Certificates maker = new Certificates(caKeys);
        X509Certificate authority = maker.authority();
        X509Certificate server = maker.server(serverKeys.getPublic());
        return new DemoCa(authority, server, serverKeys);
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** Writes the authority's certificate as a PEM file into the folder. */
    public Path writeCertificate(Path folder) throws IOException {
        return AtomicFile.write(folder.resolve("demo-ca.pem"), pem());
    }

    private String pem() throws IOException {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            String body = lines.encodeToString(authority.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("The authority's certificate cannot be encoded", e);
        }
    }

    /** A context for the server's side of TLS 1.2 and later. */
    public SSLContext serverContext() throws GeneralSecurityException, IOException {
        char[] unused = {};
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, unused);
        X509Certificate[] chain = {server, authority};
        keys.setKeyEntry("server", serverKeys.getPrivate(), unused, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, unused);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, new SecureRandom());
        return context;
    }
}
