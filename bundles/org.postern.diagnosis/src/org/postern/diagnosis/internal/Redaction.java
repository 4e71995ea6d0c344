package org.postern.diagnosis.internal;

import org.postern.account.Account;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes the user's name and addresses out of text that others will read. */
final class Redaction implements UnaryOperator<String> {

    private final List<Pattern> names;

    private Redaction(List<Pattern> names) {
        this.names = names;
    }

    static Redaction of(Account account) {
        String user = account.incoming().user();
        Stream<String> addresses =
                account.identities().stream().map(each -> each.address().address());
        return new Redaction(
                Stream.concat(Stream.of(user, user.replaceFirst("@.*", "")), addresses)
                        .filter(name -> !name.isBlank())
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Redaction::pattern)
                        .toList());
    }

    /** As a whole word, so that a short name does not punch holes into others. */
    private static Pattern pattern(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public String apply(String text) {
        String shown = Matcher.quoteReplacement(Messages.format("report.user"));
        String redacted = text;
        for (Pattern name : names) {
            redacted = name.matcher(redacted).replaceAll(shown);
        }
        return redacted;
    }
}
