package org.postern.net.internal.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the client said and the log does not show, kept while the login runs to find out whether the
 * server repeats it: as it was, out of its Base64, and in Base64 at each of the three alignments.
 */
final class Secrets {

    private static final int SHORT = 3;
    private static final int MOST = 500;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\"\\x00\\x01,]+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");

    private final List<byte[]> pieces = new ArrayList<>();

    /** Learns a secret and its parts. */
    void learn(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        add(text);
        for (String word : BETWEEN.split(text)) {
            addWithForms(word);
            if (BASE64.matcher(word).matches()) {
                decoded(word);
            }
        }
    }

    private void decoded(String word) {
        try {
            String inside = new String(Base64.getDecoder().decode(word), ISO_8859_1);
            for (String part : BETWEEN.split(inside)) {
                addWithForms(part);
            }
        } catch (IllegalArgumentException e) {
            // It only looked like Base64; the word itself is known already.
            return;
        }
    }

    private void addWithForms(String piece) {
        add(piece);
        if (piece.length() > SHORT) {
            for (int shift = 0; shift < 3; shift++) {
                add(base64Core(piece.getBytes(ISO_8859_1), shift));
            }
        }
    }

    /** The characters of the Base64 that depend on the piece alone, whatever stands around it. */
    private static String base64Core(byte[] piece, int shift) {
        byte[] shifted = new byte[shift + piece.length];
        System.arraycopy(piece, 0, shifted, shift, piece.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private void add(String piece) {
        if (!piece.isBlank() && pieces.size() < MOST) {
            pieces.add(lower(piece).getBytes(ISO_8859_1));
        }
    }

    /** Whether a text repeats any of it; what is very short must stand alone. */
    boolean occursIn(byte[] said) {
        String text = lower(new String(said, ISO_8859_1));
        return pieces.size() >= MOST || pieces.stream().anyMatch(piece -> occurs(piece, text));
    }

    private static boolean occurs(byte[] piece, String text) {
        String wanted = new String(piece, ISO_8859_1);
        return wanted.length() < SHORT
                ? Arrays.asList(text.split("[^a-z0-9]+")).contains(wanted)
                : text.contains(wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    void forget() {
        pieces.forEach(piece -> Arrays.fill(piece, (byte) 0));
        pieces.clear();
    }
}
