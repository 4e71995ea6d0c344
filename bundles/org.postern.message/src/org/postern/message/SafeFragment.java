package org.postern.message;

import java.util.List;
import java.util.Objects;

/**
 * HTML that was written anew from an allow-list: no programs, no forms, no remote requests. It is
 * meant for the page of {@link SafeHtml}, not to be put elsewhere.
 *
 * @param html elements for the inside of a body
 * @param blocked how many remote things were left out
 * @param coloured whether the author chose colours, so that a dark page would make it unreadable
 * @param warnings what was noticed
 */
public record SafeFragment(String html, int blocked, boolean coloured, List<Warning> warnings) {

    public SafeFragment {
        Objects.requireNonNull(html, "html");
        warnings = List.copyOf(warnings);
        if (blocked < 0) {
            throw new IllegalArgumentException("negative count " + blocked);
        }
    }
}
