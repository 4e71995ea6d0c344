package org.postern.fuzz;

import org.postern.core.KeyedText;

import java.util.Map;

/** A settings file that somebody edited or a disk damaged; what can be read survives a rewrite. */
public final class Settings {

    private Settings() {}

    public static void fuzzerTestOneInput(byte[] file) throws KeyedText.Malformed {
        Map<String, String> pairs;
        try {
            pairs = KeyedText.read(file);
        } catch (KeyedText.Malformed theOnlyWayOut) {
            theOnlyWayOut.line();
            return;
        }
        if (!KeyedText.read(KeyedText.write(pairs)).equals(pairs)) {
            throw new AssertionError("not the same after a rewrite");
        }
    }
}
