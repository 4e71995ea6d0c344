package org.postern.message.internal.mime;

import org.postern.message.Protection;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Recognises the shapes of signed and encrypted mail. */
final class Protections {

    private Protections() {}

    static Set<Protection> of(Entity entity) {
        return switch (entity.mediaType()) {
            case "multipart/signed" ->
                    one(isPgp(entity), Protection.PGP_SIGNED, Protection.SMIME_SIGNED);
            case "multipart/encrypted" -> EnumSet.of(Protection.PGP_ENCRYPTED);
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                    one(isOpaque(entity), Protection.SMIME_SIGNED, Protection.SMIME_ENCRYPTED);
            default -> EnumSet.noneOf(Protection.class);
        };
    }

    static Set<Protection> ofText(String text) {
        Set<Protection> found = EnumSet.noneOf(Protection.class);
        if (text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
            found.add(Protection.PGP_SIGNED);
        }
        if (text.contains("-----BEGIN PGP MESSAGE-----")) {
            found.add(Protection.PGP_ENCRYPTED);
        }
        return found;
    }

    private static Set<Protection> one(boolean first, Protection yes, Protection no) {
        return EnumSet.of(first ? yes : no);
    }

    private static boolean isPgp(Entity signed) {
        String protocol = signed.contentType().parameter("protocol").orElse("");
        String signature =
                signed.children().isEmpty() ? "" : signed.children().getLast().mediaType();
        return (protocol + signature).toLowerCase(Locale.ROOT).contains("pgp");
    }

    private static boolean isOpaque(Entity part) {
        return part.contentType().parameter("smime-type").orElse("").startsWith("signed");
    }
}
