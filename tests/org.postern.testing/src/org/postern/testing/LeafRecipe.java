package org.postern.testing;

import static org.bouncycastle.asn1.x509.GeneralName.dNSName;
import static org.bouncycastle.asn1.x509.GeneralName.iPAddress;

import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

import java.time.Duration;
import java.util.List;

/** What one leaf certificate says; {@link CertificateKind} in the terms of an issuer. */
record LeafRecipe(
        String commonName,
        List<GeneralName> names,
        Duration begins,
        Duration ends,
        String algorithm,
        boolean authority,
        KeyPurposeId purpose) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<GeneralName> LOOPBACK =
            List.of(
                    new GeneralName(dNSName, "localhost"),
                    new GeneralName(iPAddress, "127.0.0.1"),
                    new GeneralName(iPAddress, "127.0.0.2"),
                    new GeneralName(iPAddress, "::1"));

    static LeafRecipe of(CertificateKind kind) {
        LeafRecipe sound = named("localhost", LOOPBACK);
        return switch (kind) {
            case SOUND, SELF_SIGNED, INCOMPLETE_CHAIN, VERSION_1 -> sound;
            case WRONG_HOST -> forHosts(List.of("elsewhere.example.org"));
            case PARTIAL_WILDCARD -> forHosts(List.of("ba*.example.com"));
            case WILDCARD -> forHosts(List.of("*.example.com"));
            case CN_ONLY -> named("localhost", List.of());
            case EXPIRED -> sound.valid(DAY.multipliedBy(-30), DAY.negated());
            case NOT_YET_VALID -> sound.valid(DAY, DAY.multipliedBy(30));
            case SHA1_SIGNATURE -> sound.signedWith("SHA1withECDSA");
            case CA_AS_LEAF -> sound.asAuthority();
            case CLIENT_ONLY -> sound.forPurpose(KeyPurposeId.id_kp_clientAuth);
        };
    }

    static LeafRecipe forHosts(List<String> hosts) {
        List<GeneralName> names = hosts.stream().map(h -> new GeneralName(dNSName, h)).toList();
        return named(hosts.getFirst(), names);
    }

    static LeafRecipe forClient(String user) {
        return named(user, List.of()).forPurpose(KeyPurposeId.id_kp_clientAuth);
    }

    private static LeafRecipe named(String commonName, List<GeneralName> names) {
        return new LeafRecipe(
                commonName,
                names,
                DAY.negated(),
                DAY.multipliedBy(30),
                "SHA256withECDSA",
                false,
                KeyPurposeId.id_kp_serverAuth);
    }

    private LeafRecipe valid(Duration from, Duration to) {
        return new LeafRecipe(commonName, names, from, to, algorithm, authority, purpose);
    }

    private LeafRecipe signedWith(String other) {
        return new LeafRecipe(commonName, names, begins, ends, other, authority, purpose);
    }

    private LeafRecipe asAuthority() {
        return new LeafRecipe(commonName, names, begins, ends, algorithm, true, purpose);
    }

    private LeafRecipe forPurpose(KeyPurposeId other) {
        return new LeafRecipe(commonName, names, begins, ends, algorithm, authority, other);
    }
}
