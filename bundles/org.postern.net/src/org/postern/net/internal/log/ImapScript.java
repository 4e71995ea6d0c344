package org.postern.net.internal.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of IMAP may be shown (RFC 9051). Literals are opaque both ways. */
final class ImapScript implements Script {

    private static final Set<String> SECRET = Set.of("LOGIN", "AUTHENTICATE");
    private static final Set<String> VERBS =
            Set.of(
                    "CAPABILITY",
                    "NOOP",
                    "LOGOUT",
                    "STARTTLS",
                    "ID",
                    "ENABLE",
                    "SELECT",
                    "EXAMINE",
                    "CREATE",
                    "DELETE",
                    "RENAME",
                    "SUBSCRIBE",
                    "UNSUBSCRIBE",
                    "LIST",
                    "LSUB",
                    "NAMESPACE",
                    "STATUS",
                    "APPEND",
                    "IDLE",
                    "CLOSE",
                    "UNSELECT",
                    "CHECK",
                    "EXPUNGE",
                    "SEARCH",
                    "SORT",
                    "THREAD",
                    "FETCH",
                    "STORE",
                    "COPY",
                    "MOVE",
                    "UID",
                    "GETQUOTA",
                    "GETQUOTAROOT",
                    "COMPRESS",
                    "NOTIFY");

    private static final Pattern COMMAND =
            Pattern.compile("(([A-Za-z0-9.]{1,20}) ([A-Za-z0-9]{1,20}))( .*)?", Pattern.DOTALL);
    private static final Pattern STATUS =
            Pattern.compile("(\\*|[A-Za-z0-9.]{1,20}) ([A-Za-z0-9]{1,20})");
    private static final Pattern COMPLETION =
            Pattern.compile("([A-Za-z0-9.]{1,20}) (OK|NO|BAD)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FETCHED =
            Pattern.compile("\\* [0-9]{1,10} FETCH ", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("\\{([0-9]{1,18})\\+?\\}$");

    private final LoginPhase phase;
    private Optional<String> exchange = Optional.empty();
    private boolean sentMore;
    private boolean secretMore;
    private boolean receivedMore;
    private boolean fetched;

    ImapScript(LoginPhase phase) {
        this.phase = phase;
    }

    @Override
    public void loggedIn() {
        exchange = Optional.empty();
    }

    @Override
    public Shown sent(Line line) {
        String shown = sentMore ? continued(line) : begun(line);
        long opaque = literal(line);
        sentMore = opaque >= 0;
        secretMore &= sentMore;
        return new Shown(announced(shown, opaque), Math.max(0, opaque));
    }

    /** What follows a literal, in the same command. */
    private String continued(Line line) {
        return secretMore || !phase.isOver() ? phase.hide(line, "") : whole(line);
    }

    private String begun(Line line) {
        Matcher command = COMMAND.matcher(line.text());
        if (exchange.isPresent() || !command.matches()) {
            boolean done = phase.isOver() && line.text().equalsIgnoreCase("DONE");
            return done ? line.text() : phase.hide(line, "");
        }
        String verb = command.group(3).toUpperCase(Locale.ROOT);
        if (SECRET.contains(verb)) {
            return secret(line, command, verb);
        }
        if (!VERBS.contains(verb)) {
            return phase.hide(line, "");
        }
        boolean harmless = phase.isOver() || LoginPhase.isHarmless(verb);
        return harmless ? whole(line) : phase.hide(line, command.group(1));
    }

    private String secret(Line line, Matcher command, String verb) {
        secretMore = true;
        String arguments = Optional.ofNullable(command.group(4)).orElse("").stripLeading();
        Optional<String> mechanism = Optional.empty();
        if (verb.equals("AUTHENTICATE")) {
            exchange = Optional.of(command.group(2));
            mechanism = LoginPhase.mechanism(arguments);
        }
        return phase.hide(line, command.group(1) + mechanism.map(name -> " " + name).orElse(""));
    }

    /** All but what was written as a secret. */
    private String whole(Line line) {
        return line.hides() ? phase.hide(line, line.text().stripTrailing()) : line.text();
    }

    @Override
    public Shown received(Line line) {
        boolean more = receivedMore;
        fetched = more ? fetched : FETCHED.matcher(line.text()).lookingAt();
        long opaque = literal(line);
        receivedMore = opaque >= 0;
        String shown = more || fetched ? content(line) : response(line);
        endExchange(line);
        return new Shown(announced(shown, opaque), Math.max(0, opaque));
    }

    private void endExchange(Line line) {
        Matcher completion = COMPLETION.matcher(line.text());
        if (completion.lookingAt() && exchange.filter(completion.group(1)::equals).isPresent()) {
            exchange = Optional.empty();
        }
    }

    /** Subjects and names of people stand in quotes there. */
    private String content(Line line) {
        return phase.isOver() ? Quotes.emptied(line.text()) : Line.omitted(line.length());
    }

    private String response(Line line) {
        String text = line.text();
        if (text.startsWith("+")) {
            return phase.isOver() ? text : line.only("+");
        }
        Matcher status = STATUS.matcher(text);
        return status.lookingAt() ? phase.said(line, status.group()) : Line.omitted(line.length());
    }

    private static long literal(Line line) {
        if (line.hides()) {
            return announced(new String(line.bytes(), ISO_8859_1));
        }
        return announced(line.text());
    }

    /** How many bytes a line announces, or -1. */
    private static long announced(String text) {
        int brace = text.lastIndexOf('{');
        Matcher literal = LITERAL.matcher(brace < 0 ? "" : text.substring(brace));
        return literal.matches() ? Long.parseLong(literal.group(1)) : -1;
    }

    /** A literal stands in the line as its size. */
    private static String announced(String shown, long opaque) {
        Matcher literal = LITERAL.matcher(shown);
        return opaque >= 0 && literal.find()
                ? shown.substring(0, literal.start()) + "{" + opaque + " bytes}"
                : shown;
    }
}
