package org.postern.message.internal.html;

import org.postern.message.internal.header.Clean;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link leads, written anew in a form that every browser understands in the same way.
 *
 * @param href the normalised target; its host in ASCII, without user information
 * @param host the host; empty for mailto
 * @param hidden user information that was in front of the host and looks like one; mostly empty
 */
record LinkTarget(String href, String host, String hidden) {

    private static final int LONGEST = 4000;
    private static final Pattern WEB =
            Pattern.compile("(https?):[/\\\\]*([^/\\\\?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("mailto:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("([\\p{L}\\p{N}\\p{M}._-]+|\\[[0-9a-fA-F:.]+\\])(:\\d{1,5})?");

    /** Only http, https and mailto lead anywhere. */
    static Optional<LinkTarget> of(String href) {
        // Browsers ignore these inside a URL, so "java\nscript:" would be one word to them.
        String clean = Clean.line(href.replaceAll("[\\t\\r\\n]", "")).replace(" ", "%20");
        if (clean.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher mail = MAIL.matcher(clean);
        if (mail.matches()) {
            return Optional.of(new LinkTarget("mailto:" + mail.group(1), "", ""));
        }
        Matcher web = WEB.matcher(clean);
        return web.matches() ? web(web) : Optional.empty();
    }

    private static Optional<LinkTarget> web(Matcher web) {
        String authority = web.group(2);
        int at = authority.lastIndexOf('@');
        Matcher parts = AUTHORITY.matcher(authority.substring(at + 1));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = Hosts.ascii(parts.group(1));
        String port = parts.group(2) == null ? "" : parts.group(2);
        String scheme = web.group(1).toLowerCase(Locale.ROOT);
        String rest = web.group(3).isEmpty() ? "/" : web.group(3).replace('\\', '/');
        String hidden = at < 0 ? "" : Hosts.shownIn(authority.substring(0, at)).orElse("");
        return Optional.of(new LinkTarget(scheme + "://" + host + port + rest, host, hidden));
    }

    /** The link's start tag; the true target appears when the pointer rests on it. */
    String startTag() {
        String escaped = Escape.html(href);
        return "<a href=\""
                + escaped
                + "\" title=\""
                + escaped
                + "\" rel=\"noreferrer noopener nofollow\">";
    }
}
