package org.postern.security.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;

/**
 * The revocation lists of a file, in DER or PEM (RFC 7468 §6). What is damaged is reported.
 *
 * @param lists those that could be read
 * @param problems one sentence if the file could not
 */
record CrlFile(List<X509CRL> lists, List<String> problems) {

    static CrlFile read(Path file) {
        try {
            List<X509CRL> lists = lists(Files.readAllBytes(file));
            return lists.isEmpty() ? damaged("trust.noList", file) : new CrlFile(lists, List.of());
        } catch (IOException e) {
            return damaged("trust.file", file, e.toString());
        } catch (CertificateException | CRLException e) {
            return damaged("trust.list", file, e.getMessage());
        }
    }

    private static CrlFile damaged(String key, Object... values) {
        return new CrlFile(List.of(), List.of(Messages.text(key, values)));
    }

    private static List<X509CRL> lists(byte[] bytes) throws CertificateException, CRLException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509CRL> lists = new ArrayList<>();
        for (CRL each : factory.generateCRLs(new ByteArrayInputStream(bytes))) {
            if (each instanceof X509CRL list) {
                lists.add(list);
            }
        }
        return lists;
    }
}
