package org.postern.security.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates of a PEM file (RFC 7468). What is damaged is reported and passed over.
 *
 * @param certificates those that could be read
 * @param problems one sentence for each thing that could not
 */
record Pem(List<X509Certificate> certificates, List<String> problems) {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)"
                            + "(-----END (?:X509 )?CERTIFICATE-----)?");

    static Pem read(Path file) {
        Pem pem = new Pem(new ArrayList<>(), new ArrayList<>());
        try {
            pem.add(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            pem.problems.add(Messages.text("trust.file", file, e.toString()));
        }
        return pem;
    }

    private void add(Path file, String text) {
        Matcher blocks = BLOCK.matcher(text);
        int number = 0;
        while (blocks.find()) {
            number++;
            add(file, number, blocks.group(1), blocks.group(2) != null);
        }
        if (number == 0) {
            problems.add(Messages.text("trust.empty", file));
        }
    }

    private void add(Path file, int number, String base64, boolean whole) {
        if (!whole) {
            problems.add(Messages.text("trust.cut", file, number));
            return;
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            certificates.add(parsed(der));
        } catch (CertificateException | IllegalArgumentException e) {
            problems.add(Messages.text("trust.block", file, number, e.getMessage()));
        }
    }

    private static X509Certificate parsed(byte[] der) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
