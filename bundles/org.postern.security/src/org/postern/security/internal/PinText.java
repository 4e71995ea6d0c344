package org.postern.security.internal;

import org.postern.core.Endpoint;
import org.postern.core.KeyedText;
import org.postern.core.Port;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of one account's servers as the lines of a file, format 1. */
public final class PinText {

    private static final String VERSION = "1";

    private PinText() {}

    /** The file is not what this format allows; the message is for people. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    public static byte[] write(Map<Endpoint, Known> servers) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("version", VERSION);
        int n = 1;
        for (Map.Entry<Endpoint, Known> server : servers.entrySet()) {
            String key = "server." + n++;
            pairs.put(key + ".host", server.getKey().host());
            pairs.put(key + ".port", server.getKey().port().toString());
            put(pairs, key + ".pinned", server.getValue().pinned());
            put(pairs, key + ".accepted", server.getValue().accepted());
            server.getValue()
                    .boundSince()
                    .ifPresent(since -> pairs.put(key + ".bound", since.toString()));
        }
        return KeyedText.write(pairs);
    }

    private static void put(
            Map<String, String> pairs, String key, Optional<X509Certificate> certificate) {
        try {
            if (certificate.isPresent()) {
                byte[] der = certificate.get().getEncoded();
                pairs.put(key, Base64.getEncoder().encodeToString(der));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without bytes", e);
        }
    }

    public static Map<Endpoint, Known> read(byte[] bytes) throws Unreadable {
        Map<String, String> pairs = pairs(bytes);
        checkVersion(pairs.getOrDefault("version", ""));
        Map<Endpoint, Known> servers = new LinkedHashMap<>();
        for (int n = 1; pairs.containsKey("server." + n + ".host"); n++) {
            String key = "server." + n;
            Known known =
                    new Known(
                            get(pairs, key + ".pinned"),
                            get(pairs, key + ".accepted"),
                            instant(pairs, key + ".bound"));
            servers.put(endpoint(pairs, key), known);
        }
        checkNothingLeft(pairs, servers.size());
        return servers;
    }

    private static Map<String, String> pairs(byte[] bytes) throws Unreadable {
        try {
            return KeyedText.read(bytes);
        } catch (KeyedText.Malformed e) {
            throw new Unreadable(Messages.text("pins.line", e.line(), e.getMessage()));
        }
    }

    private static void checkVersion(String version) throws Unreadable {
        if (version.matches("[1-9][0-9]{0,8}") && !version.equals(VERSION)) {
            throw new Unreadable(Messages.text("pins.newer"));
        }
        if (!version.equals(VERSION)) {
            throw wrong("version");
        }
    }

    /** A gap in the numbers is a pin that would be lost. */
    private static void checkNothingLeft(Map<String, String> pairs, int servers) throws Unreadable {
        for (String key : pairs.keySet()) {
            if (key.matches("server\\.[0-9]+\\.host") && number(key) > servers) {
                throw wrong("server." + (servers + 1) + ".host");
            }
        }
    }

    private static long number(String key) {
        String digits = key.substring("server.".length(), key.lastIndexOf('.'));
        return digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static Endpoint endpoint(Map<String, String> pairs, String key) throws Unreadable {
        try {
            Optional<Port> port = Port.parse(pairs.getOrDefault(key + ".port", ""));
            return new Endpoint(pairs.get(key + ".host"), port.orElseThrow(() -> wrong(key)));
        } catch (IllegalArgumentException e) {
            throw wrong(key + ".host");
        }
    }

    private static Optional<X509Certificate> get(Map<String, String> pairs, String key)
            throws Unreadable {
        if (!pairs.containsKey(key)) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(pairs.get(key));
            return Optional.of(parsed(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw wrong(key);
        }
    }

    private static Optional<Instant> instant(Map<String, String> pairs, String key)
            throws Unreadable {
        try {
            return Optional.ofNullable(pairs.get(key)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw wrong(key);
        }
    }

    private static X509Certificate parsed(byte[] der) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    private static Unreadable wrong(String entry) {
        return new Unreadable(Messages.text("pins.entry", entry));
    }
}
