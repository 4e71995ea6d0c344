package org.postern.demo.internal.imap;

import org.postern.demo.internal.imap.mime.Part;
import org.postern.demo.internal.mail.Message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Conditions on the day a message arrived or was sent; times and zones do not count. */
final class SearchDate {
    private static final DateTimeFormatter DAY =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-yyyy")
                    .toFormatter(Locale.ENGLISH);

    private SearchDate() {}

    static SearchKey key(String relation, String text, boolean sent) {
        LocalDate day = parse(text);
        return message -> {
            Optional<LocalDate> own = sent ? sent(message) : Optional.of(arrived(message));
            return own.filter(date -> holds(relation, date, day)).isPresent();
        };
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw Refusal.bad("Not a date: " + text);
        }
    }

    private static boolean holds(String relation, LocalDate date, LocalDate day) {
        return switch (relation) {
            case "BEFORE" -> date.isBefore(day);
            case "ON" -> date.equals(day);
            default -> !date.isBefore(day);
        };
    }

    private static LocalDate arrived(Message message) {
        return message.content().arrival().toLocalDate();
    }

    private static Optional<LocalDate> sent(Message message) {
        return Part.ofMessage(message.content().bytes())
                .headers()
                .first("Date")
                .flatMap(SearchDate::day);
    }

    private static Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
