package org.postern.message.internal.html;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Filters a style sheet: simple rules are kept, confined to the mail's own box and with their
 * classes renamed; rules that start with an at sign are left out.
 */
final class CssRules {

    private static final int LONGEST = 256 * 1024;
    private static final int MOST_RULES = 2000;
    private static final int MOST_SELECTORS = 50;
    private static final int LONGEST_SELECTOR = 200;
    private static final Pattern COMPOUND =
            Pattern.compile("(\\*|[A-Za-z][A-Za-z0-9]{0,20})?((?:\\.[A-Za-z_][\\w-]{0,60}){0,4})");
    private static final Pattern ROOT = Pattern.compile("(?i)(html|body)(?![\\w-])");

    private final String css;
    private int at;
    private int rules;

    private CssRules(String css) {
        this.css = css;
    }

    static Css filter(String sheet) {
        String bounded = sheet.length() > LONGEST ? sheet.substring(0, LONGEST) : sheet;
        String plain = CssDeclarations.withoutComments(bounded);
        return new CssRules(plain.replace("<!--", " ").replace("-->", " ")).run();
    }

    private Css run() {
        StringBuilder text = new StringBuilder();
        int blocked = 0;
        boolean coloured = false;
        while (at < css.length() && rules < MOST_RULES) {
            Css rule = next();
            text.append(rule.text());
            blocked += rule.blocked();
            coloured |= rule.coloured();
        }
        return new Css(text.toString(), blocked, coloured);
    }

    private Css next() {
        int from = at;
        while (at < css.length() && "{};".indexOf(css.charAt(at)) < 0) {
            at++;
        }
        String prelude = css.substring(from, at).strip();
        boolean block = at < css.length() && css.charAt(at) == '{';
        at++;
        if (prelude.startsWith("@")) {
            return atRule(prelude, block);
        }
        return block ? rule(prelude) : Css.NONE;
    }

    private Css atRule(String prelude, boolean block) {
        int from = at;
        if (block) {
            skipBlock();
        }
        boolean remote =
                prelude.toLowerCase(Locale.ROOT).startsWith("@import")
                        || css.substring(from, Math.min(at, css.length())).contains("url(");
        return new Css("", remote ? 1 : 0, false);
    }

    private void skipBlock() {
        int depth = 1;
        while (at < css.length() && depth > 0) {
            char c = css.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }

    private Css rule(String prelude) {
        rules++;
        int close = css.indexOf('}', at);
        int end = close < 0 ? css.length() : close;
        Css body = CssDeclarations.filter(css.substring(at, end));
        at = end + 1;
        String selectors =
                Stream.of(prelude.split(",", MOST_SELECTORS))
                        .flatMap(selector -> confined(selector.strip()).stream())
                        .collect(Collectors.joining(","));
        boolean useless = selectors.isEmpty() || body.text().isEmpty();
        return useless
                ? new Css("", body.blocked(), false)
                : new Css(selectors + "{" + body.text() + "}\n", body.blocked(), body.coloured());
    }

    /** The selector inside the mail's box; empty when it is not a simple one. */
    private static Optional<String> confined(String selector) {
        String inner = ROOT.matcher(selector).replaceAll("").strip();
        if (inner.isEmpty() && !selector.isEmpty()) {
            return Optional.of(".mail");
        }
        if (inner.isEmpty() || inner.length() > LONGEST_SELECTOR) {
            return Optional.empty();
        }
        StringBuilder confined = new StringBuilder(".mail");
        for (String compound : inner.replace(">", " > ").split("\\s+")) {
            boolean simple = compound.equals(">") || COMPOUND.matcher(compound).matches();
            if (!simple) {
                return Optional.empty();
            }
            confined.append(' ').append(compound.replace(".", ".m-"));
        }
        return Optional.of(confined.toString());
    }
}
