package org.postern.message.internal.html;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes a line of text and makes links of the addresses in it, word by word. */
final class Linkifier {

    private static final int LONGEST = 2000;
    private static final Pattern MAIL =
            Pattern.compile(
                    "([\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})");

    private Linkifier() {}

    static String html(String line) {
        StringBuilder out = new StringBuilder(line.length() + 32);
        int at = 0;
        while (at < line.length()) {
            int end = at;
            boolean space = Character.isWhitespace(line.charAt(at));
            while (end < line.length() && Character.isWhitespace(line.charAt(end)) == space) {
                end++;
            }
            out.append(space ? line.substring(at, end) : word(line.substring(at, end)));
            at = end;
        }
        return out.toString();
    }

    private static String word(String word) {
        if (word.length() > LONGEST) {
            return Escape.html(word);
        }
        int start = start(word.toLowerCase(Locale.ROOT));
        if (start >= 0) {
            return web(word, start);
        }
        return word.indexOf('@') > 0 ? mail(word) : Escape.html(word);
    }

    private static int start(String lower) {
        int scheme = lower.indexOf("http://");
        int secure = lower.indexOf("https://");
        if (scheme >= 0 && (secure < 0 || scheme < secure)) {
            return scheme;
        }
        int bare = lower.startsWith("www.") ? 0 : lower.startsWith("(www.") ? 1 : -1;
        return secure >= 0 ? secure : bare;
    }

    private static String web(String word, int start) {
        int end = end(word, start);
        String url = word.substring(start, end);
        boolean complete = url.regionMatches(true, 0, "http", 0, 4);
        String href = complete ? url : "http://" + url;
        boolean name = complete || url.indexOf('.', "www.".length()) > 0;
        Optional<LinkTarget> target = LinkTarget.of(href).filter(found -> name);
        return target.map(
                        found ->
                                Escape.html(word.substring(0, start))
                                        + linked(found, url)
                                        + Escape.html(word.substring(end)))
                .orElseGet(() -> Escape.html(word));
    }

    /** Before brackets and quotes that enclose the address, and the punctuation of the sentence. */
    private static int end(String word, int start) {
        int end = start;
        while (end < word.length() && "<>\"".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        boolean opened = word.substring(start, end).indexOf('(') >= 0;
        String trailing = opened ? ".,;:!?'*" : ".,;:!?'*)]}";
        while (end > start && trailing.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static String mail(String word) {
        Matcher address = MAIL.matcher(word);
        if (!address.find()) {
            return Escape.html(word);
        }
        Optional<LinkTarget> target = LinkTarget.of("mailto:" + address.group());
        return target.map(
                        found ->
                                Escape.html(word.substring(0, address.start()))
                                        + linked(found, address.group())
                                        + Escape.html(word.substring(address.end())))
                .orElseGet(() -> Escape.html(word));
    }

    private static String linked(LinkTarget target, String shown) {
        return target.startTag() + Escape.html(shown) + "</a>";
    }
}
