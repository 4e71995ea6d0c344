package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The large providers refuse a login for reasons of their own, and say so in words, not in codes:
 * another kind of password, a switch in their settings, a closed account.
 */
public final class ProviderRule implements Rule {

    /** In the order in which they are to be tried; the words of each are its provider's own. */
    private static final Map<String, Pattern> WORDS =
            Phrases.of(
                    "application-password",
                    "app(lication|\\.)?[- ](specific )?password|\\[WEBALERT|web ?alert"
                            + "|web browser|accounts\\.google|third[- ]party (app|application)",
                    "access-switched-off",
                    "not enabled for (IMAP|POP)|(IMAP|POP3?) (access |service )?(is |has been )?"
                            + "(not enabled|disabled|not activated|deactivated|turned off)"
                            + "|enable (IMAP|POP)",
                    "password-login-off",
                    "basic ?auth\\w* (is |has been )?(disabled|blocked)|BasicAuthBlocked"
                            + "|oauth (is )?required|legacy auth|modern authentication",
                    "account-disabled",
                    "(account|user|mailbox|access) (\\S+ )?(is |has been |was )?"
                            + "(temporarily )?(disabled|suspended|locked|deactivated|closed|blocked)"
                            + "|AccountDisabled|account.*inactive",
                    "password-expired",
                    "\\[EXPIRED\\]|password (has |is )?expired|passphrase.*expired");

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.LoginRejected.class).flatMap(ProviderRule::found);
    }

    private static Optional<Finding> found(Failure.LoginRejected f) {
        String all = f.code().map(code -> "[" + code + "] ").orElse("") + f.said();
        return Phrases.first(WORDS, all)
                .map(cause -> Words.of(cause, f.said()).seenAs("login.seen").finding());
    }
}
