package org.postern.security.tests;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.Map;

/** What Windows and macOS offer through Java: a store that is there without a file. */
public final class FakePlatformStore extends KeyStoreSpi {

    static final String TYPE = "Fake-ROOT";
    static final String BROKEN = "Broken-ROOT";

    static final Certificate ROOT = Forge.root("Corporate").certificate();
    static final Certificate OWN = Forge.root("Own").certificate();

    private static final Map<String, Certificate> ENTRIES = Map.of("root", ROOT, "own", OWN);

    /** Offers the store, and one that is broken. */
    static final class Offering extends Provider {
        private static final long serialVersionUID = 1L;

        Offering() {
            super("Fake platform", "1", "for tests");
            String broken = TYPE + " has no class";
            putService(
                    new Service(
                            this, "KeyStore", TYPE, FakePlatformStore.class.getName(), null, null));
            putService(new Service(this, "KeyStore", BROKEN, broken, null, null));
        }
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
        return alias.equals("root");
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
        return alias.equals("own");
    }

    @Override
    public Certificate engineGetCertificate(String alias) {
        return ENTRIES.get(alias);
    }

    @Override
    public Enumeration<String> engineAliases() {
        return Collections.enumeration(ENTRIES.keySet());
    }

    @Override
    public void engineLoad(InputStream stream, char[] password) {
        // It is always there.
    }

    @Override
    public boolean engineContainsAlias(String alias) {
        return ENTRIES.containsKey(alias);
    }

    @Override
    public int engineSize() {
        return ENTRIES.size();
    }

    @Override
    public Key engineGetKey(String alias, char[] password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Certificate[] engineGetCertificateChain(String alias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Date engineGetCreationDate(String alias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineDeleteEntry(String alias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String engineGetCertificateAlias(Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineStore(OutputStream stream, char[] password) {
        throw new UnsupportedOperationException();
    }
}
