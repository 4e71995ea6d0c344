package org.postern.net.internal.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of POP3 may be shown (RFC 1939, RFC 2449, RFC 5034). The body of an answer is opaque. */
final class PopScript implements Script {

    private static final Set<String> SECRET = Set.of("PASS", "APOP", "AUTH");
    private static final Set<String> VERBS =
            Set.of(
                    "USER", "PASS", "APOP", "AUTH", "CAPA", "STLS", "STAT", "LIST", "RETR", "DELE",
                    "NOOP", "RSET", "QUIT", "TOP", "UIDL", "UTF8", "LANG");

    private static final Pattern COMMAND = Pattern.compile("([A-Za-z0-9]{3,4})( .*)?");
    private static final Pattern STATUS = Pattern.compile("\\+OK|-ERR");
    private static final Pattern LISTED = Pattern.compile("[0-9]{1,10} [!-~]{1,80}");
    private static final Pattern CAPABILITY = Pattern.compile("[!-~][ -~]{0,500}");

    private final LoginPhase phase;
    private final Deque<Answer> due = new ArrayDeque<>();
    private Answer body = Answer.LINE;
    private long bodySize;
    private boolean exchange;

    /** What an answer to a command consists of. */
    private enum Answer {
        LINE,
        LIST,
        CAPABILITIES,
        CONTENT
    }

    PopScript(LoginPhase phase) {
        this.phase = phase;
    }

    @Override
    public void loggedIn() {
        exchange = false;
    }

    @Override
    public Shown sent(Line line) {
        if (exchange) {
            return Shown.line(phase.hide(line, ""));
        }
        Matcher command = COMMAND.matcher(line.text());
        String verb = command.matches() ? command.group(1).toUpperCase(Locale.ROOT) : "";
        Optional<String> arguments =
                command.matches() ? Optional.ofNullable(command.group(2)) : Optional.empty();
        due.add(answer(verb, arguments.isPresent() || line.hides()));
        return Shown.line(shown(line, command, verb, arguments.orElse("").strip()));
    }

    private static Answer answer(String verb, boolean arguments) {
        return switch (verb) {
            case "RETR", "TOP" -> Answer.CONTENT;
            case "LIST", "UIDL" -> arguments ? Answer.LINE : Answer.LIST;
            case "CAPA" -> Answer.CAPABILITIES;
            case "AUTH" -> arguments ? Answer.LINE : Answer.CAPABILITIES;
            default -> Answer.LINE;
        };
    }

    private String shown(Line line, Matcher command, String verb, String arguments) {
        if (!VERBS.contains(verb)) {
            return phase.hide(line, "");
        }
        if (verb.equals("AUTH")) {
            exchange = !arguments.isEmpty() || line.hides();
            String mechanism = LoginPhase.mechanism(arguments).map(name -> " " + name).orElse("");
            return phase.hide(line, command.group(1) + mechanism);
        }
        boolean harmless = phase.isOver() || LoginPhase.isHarmless(verb);
        return SECRET.contains(verb) || !harmless || line.hides()
                ? phase.hide(line, command.group(1))
                : line.text();
    }

    @Override
    public Shown received(Line line) {
        if (body != Answer.LINE) {
            return isEnd(line) ? endOfBody() : inBody(line);
        }
        Matcher status = STATUS.matcher(line.text().toUpperCase(Locale.ROOT));
        if (status.lookingAt()) {
            begin(status.group().equals("+OK"));
            return Shown.line(phase.said(line, line.text().substring(0, status.end())));
        }
        return Shown.line(line.only(line.text().startsWith("+") ? "+" : ""));
    }

    private static boolean isEnd(Line line) {
        return line.length() == 1 && line.bytes()[0] == '.';
    }

    private void begin(boolean ok) {
        exchange = false;
        Answer next = due.isEmpty() ? Answer.LINE : due.remove();
        body = ok ? next : Answer.LINE;
        bodySize = 0;
    }

    private Shown endOfBody() {
        boolean opaque = body == Answer.CONTENT;
        body = Answer.LINE;
        return Shown.line(opaque ? "{" + bodySize + " bytes}" : ".");
    }

    private Shown inBody(Line line) {
        if (body == Answer.CONTENT) {
            bodySize += line.length() + 2;
            return Shown.NOTHING;
        }
        Pattern known = body == Answer.LIST ? LISTED : CAPABILITY;
        return Shown.line(
                known.matcher(line.text()).matches()
                        ? phase.said(line, "")
                        : Line.omitted(line.length()));
    }
}
