package org.postern.ui.internal.reading;

import org.postern.message.CalendarSummary;
import org.postern.message.Protection;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning;
import org.postern.ui.internal.Messages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for what a message's reader should know. */
final class WarningTexts {

    /**
     * One sentence.
     *
     * @param danger whether the reader may come to harm, and not merely misses something
     */
    record Said(String icon, boolean danger, String text) {}

    private WarningTexts() {}

    static List<Said> of(ReadableMessage message) {
        List<Said> all = new ArrayList<>();
        message.warnings().forEach(w -> all.add(of(w)));
        all.sort((a, b) -> Boolean.compare(b.danger(), a.danger()));
        message.calendar().map(WarningTexts::of).ifPresent(all::add);
        message.protection().stream().sorted().forEach(p -> all.add(of(p)));
        return all;
    }

    private static Said of(Warning warning) {
        return switch (warning) {
            case Warning.MisleadingLink w ->
                    danger(Messages.bind(Messages.Warning_link, w.shownHost(), w.targetHost()));
            case Warning.MisleadingSender w ->
                    danger(Messages.bind(Messages.Warning_sender, w.shownAddress(), w.address()));
            case Warning.FormRemoved w -> danger(Messages.Warning_form);
            case Warning.RemoteContentBlocked w ->
                    w.count() == 1
                            ? note(Messages.Warning_remoteOne)
                            : note(
                                    Messages.bind(
                                            Messages.Warning_remote, String.valueOf(w.count())));
            case Warning.Salvaged w -> note(Messages.Warning_salvaged);
            case Warning.UnknownCharset w ->
                    note(Messages.bind(Messages.Warning_charset, w.label()));
            case Warning.MalformedDate w -> note(Messages.bind(Messages.Warning_date, w.text()));
            case Warning.LimitReached w -> note(Messages.Warning_limit);
        };
    }

    private static Said of(CalendarSummary event) {
        Invitation invitation = new Invitation(ZoneId.systemDefault(), Locale.getDefault());
        return new Said("calendar", false, invitation.line(event));
    }

    private static Said of(Protection protection) {
        return switch (protection) {
            case SMIME_SIGNED, PGP_SIGNED -> new Said("key", false, Messages.Warning_signed);
            case SMIME_ENCRYPTED, PGP_ENCRYPTED ->
                    new Said("key", false, Messages.Warning_encrypted);
        };
    }

    private static Said danger(String text) {
        return new Said("problem", true, text);
    }

    private static Said note(String text) {
        return new Said("warning", false, text);
    }
}
