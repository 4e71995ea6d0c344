package org.postern.search.internal.query;

import org.postern.search.Clause;
import org.postern.search.Clause.State;
import org.postern.search.QueryError;
import org.postern.search.internal.Messages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind the colon where there is one value. */
final class Values {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?");
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dwmy])");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)b?");

    private final LocalDate today;

    Values(LocalDate today) {
        this.today = today;
    }

    Clause clause(String name, Token value) throws QueryError {
        return switch (name) {
            case "has" -> has(value);
            case "is", "tag" -> new Clause.Is(state(value));
            case "in" -> new Clause.In(value.text());
            case "account" -> new Clause.OfAccount(value.text());
            case "before" -> new Clause.Before(day(value));
            case "after" -> new Clause.After(day(value));
            case "larger" -> new Clause.Larger(size(value));
            default -> new Clause.Smaller(size(value));
        };
    }

    private static Clause has(Token value) throws QueryError {
        if (value.text().matches("(?i)attachments?")) {
            return new Clause.HasAttachment();
        }
        throw wrong(value, "query.has", value.text());
    }

    private static State state(Token value) throws QueryError {
        for (State state : State.values()) {
            if (name(state).equals(value.text().toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        String known =
                Arrays.stream(State.values()).map(Values::name).collect(Collectors.joining(", "));
        throw wrong(value, "query.state", value.text(), known);
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private LocalDate day(Token value) throws QueryError {
        String text = value.text().toLowerCase(Locale.ROOT);
        Matcher day = DAY.matcher(text);
        Matcher ago = AGO.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
            }
            if (ago.matches()) {
                return ago(number(ago, 1), ago.group(2));
            }
        } catch (DateTimeException e) {
            throw (QueryError) wrong(value, "query.day", value.text()).initCause(e);
        }
        return switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default -> throw wrong(value, "query.day", value.text());
        };
    }

    /** A month or a day that is left out is the first one. */
    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 1 : Integer.parseInt(matcher.group(group));
    }

    private LocalDate ago(int number, String unit) {
        LocalDate day = before(number, unit);
        if (day.getYear() < 1) {
            throw new DateTimeException("before our era");
        }
        return day;
    }

    private LocalDate before(int number, String unit) {
        return switch (unit) {
            case "d" -> today.minusDays(number);
            case "w" -> today.minusWeeks(number);
            case "m" -> today.minusMonths(number);
            default -> today.minusYears(number);
        };
    }

    private static long size(Token value) throws QueryError {
        Matcher matcher = SIZE.matcher(value.text().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw wrong(value, "query.size", value.text());
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "k" -> number << 10;
            case "m" -> number << 20;
            case "g" -> number << 30;
            default -> number;
        };
    }

    private static QueryError wrong(Token value, String key, Object... values) {
        return new QueryError(value.from(), value.to(), Messages.format(key, values));
    }
}
