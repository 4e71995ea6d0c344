package org.postern.cli.internal.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.postern.net.Login;
import org.postern.net.Posture;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What protects a connection, for programs. */
final class PostureJson {

    private PostureJson() {}

    static JsonObject of(Posture posture) {
        JsonObject json = new JsonObject();
        json.addProperty("security", SecurityName.of(posture.security()));
        posture.protocol().ifPresent(version -> json.addProperty("protocol", version));
        posture.cipherSuite().ifPresent(suite -> json.addProperty("cipherSuite", suite));
        json.addProperty("trust", posture.trust().name().toLowerCase(Locale.ROOT));
        json.addProperty("confidential", posture.isConfidential());
        posture.login().ifPresent(login -> json.add("login", login(login)));
        JsonArray chain = new JsonArray();
        posture.chain().forEach(certificate -> chain.add(certificate(certificate)));
        json.add("chain", chain);
        json.add("forced", sentences(posture.forced()));
        json.add("warnings", sentences(posture.warnings()));
        return json;
    }

    private static JsonObject login(Login login) {
        JsonObject json = new JsonObject();
        json.addProperty("mechanism", login.mechanism());
        json.addProperty("secretShown", login.secretShown());
        json.addProperty("bound", login.bound());
        return json;
    }

    private static JsonObject certificate(X509Certificate certificate) {
        JsonObject json = new JsonObject();
        json.addProperty("subject", certificate.getSubjectX500Principal().getName());
        json.addProperty("issuer", certificate.getIssuerX500Principal().getName());
        json.addProperty("notBefore", certificate.getNotBefore().toInstant().toString());
        json.addProperty("notAfter", certificate.getNotAfter().toInstant().toString());
        json.addProperty("sha256", fingerprint(certificate));
        return json;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that cannot be encoded", e);
        }
    }

    private static JsonArray sentences(List<String> sentences) {
        JsonArray array = new JsonArray();
        sentences.forEach(array::add);
        return array;
    }
}
