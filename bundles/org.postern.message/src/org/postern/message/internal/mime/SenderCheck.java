package org.postern.message.internal.mime;

import org.postern.core.MailAddress;
import org.postern.message.Warning;
import org.postern.message.Warning.MisleadingSender;
import org.postern.message.internal.html.Hosts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notices a display name that pretends to be an address. */
final class SenderCheck {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\s@<>\"'(),;:]{1,64}@([a-zA-Z0-9-]{1,63}(?:\\.[a-zA-Z0-9-]{1,63}){1,8})");

    private SenderCheck() {}

    static Optional<Warning> check(MailAddress sender) {
        Matcher shown = ADDRESS.matcher(sender.name());
        String host = sender.address().substring(sender.address().lastIndexOf('@') + 1);
        if (!shown.find() || Hosts.sameOwner(shown.group(1), host)) {
            return Optional.empty();
        }
        return Optional.of(new MisleadingSender(shown.group(), sender.address()));
    }
}
