package org.postern.ui.internal.settings;

import org.postern.account.Authentication;
import org.postern.ui.internal.Messages;

/** Ways to prove who somebody is, as words. */
final class LoginTexts {

    private LoginTexts() {}

    static String name(Authentication way) {
        return switch (way) {
            case PASSWORD -> Messages.Advanced_password;
            case TOKEN -> Messages.Advanced_token;
            case CERTIFICATE -> Messages.Advanced_certificate;
            case NONE -> "";
        };
    }

    /** What differs from the usual, for the line beside the button. */
    static String summary(LoginDraft draft) {
        StringBuilder text = new StringBuilder(name(draft.authentication()));
        if (draft.certificate().isPresent()
                && draft.authentication() != Authentication.CERTIFICATE) {
            text.append(" · ").append(Messages.Advanced_withCertificate);
        }
        if (draft.weakAllowed()) {
            text.append(" · ").append(Messages.Advanced_withWeak);
        }
        return text.toString();
    }
}
