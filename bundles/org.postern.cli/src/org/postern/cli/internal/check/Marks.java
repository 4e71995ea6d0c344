package org.postern.cli.internal.check;

import org.postern.diagnosis.RungResult;

import java.text.Normalizer;
import java.util.Locale;

/** Signs for rungs, and text that a terminal without Unicode can show. */
enum Marks {
    UNICODE {
        @Override
        String of(RungResult.State state) {
            return switch (state) {
                case PASSED -> "✓";
                case WARNED -> "!";
                case FAILED -> "✗";
                case SKIPPED -> "–";
                case RUNNING -> "…";
            };
        }

        @Override
        String plain(String text) {
            return text;
        }
    },
    ASCII {
        @Override
        String of(RungResult.State state) {
            return String.format(
                    Locale.ROOT,
                    "%-4s",
                    switch (state) {
                        case PASSED -> "ok";
                        case WARNED -> "warn";
                        case FAILED -> "FAIL";
                        case SKIPPED -> "-";
                        case RUNNING -> "...";
                    });
        }

        /** Accents go, and what has no ASCII form becomes a question mark. */
        @Override
        String plain(String text) {
            return Normalizer.normalize(text.replace("…", "..."), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("[^\\x00-\\x7f]", "?");
        }
    };

    static Marks of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }

    abstract String of(RungResult.State state);

    /** The text as it can be shown. */
    abstract String plain(String text);
}
