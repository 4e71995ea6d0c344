package org.postern.ui.internal.posture;

import org.postern.core.Security;
import org.postern.net.Login;
import org.postern.net.Posture;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Fact;

/** Sentences about what protects a connection. */
final class PostureTexts {

    private PostureTexts() {}

    /** What the settings ask for. */
    static String wanted(Security security) {
        return switch (security) {
            case TLS -> Messages.Posture_wantsTls;
            case STARTTLS -> Messages.Posture_wantsUpgrade;
            case NONE -> Messages.Posture_wantsNothing;
        };
    }

    /** What a connection really has. */
    static String holds(Posture posture) {
        String how =
                switch (posture.security()) {
                    case TLS -> Messages.Posture_tls;
                    case STARTTLS -> Messages.Posture_upgraded;
                    case NONE -> Messages.Posture_clear;
                };
        return switch (posture.trust()) {
            case NONE, AUTHORITY -> how;
            case PIN -> how + "\n" + Messages.Posture_pinned;
        };
    }

    static Fact.Tone tone(Posture posture) {
        return posture.isConfidential() ? Fact.Tone.SOUND : Fact.Tone.CAUTION;
    }

    /** How the user proved who it is, and what the server learnt by that. */
    static String login(Login login) {
        return String.join(
                "\n",
                login.mechanism(),
                login.secretShown() ? Messages.Posture_shown : Messages.Posture_notShown,
                login.bound() ? Messages.Posture_bound : Messages.Posture_notBound);
    }

    static Fact.Tone tone(Login login, Posture posture) {
        if (login.secretShown() && !posture.isConfidential()) {
            return Fact.Tone.CAUTION;
        }
        return login.secretShown() ? Fact.Tone.PLAIN : Fact.Tone.SOUND;
    }
}
