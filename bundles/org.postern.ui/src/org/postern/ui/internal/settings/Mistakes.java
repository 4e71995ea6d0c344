package org.postern.ui.internal.settings;

import org.postern.ui.internal.Messages;

/** Words for mistakes in server settings. */
final class Mistakes {

    private Mistakes() {}

    static String sentence(ServerDraft.Mistake mistake) {
        return switch (mistake) {
            case NO_TRANSPORT -> Messages.Mistake_noTransport;
            case NO_HOST -> Messages.Mistake_noHost;
            case BAD_HOST -> Messages.Mistake_badHost;
            case NO_FOLDER -> Messages.Mistake_noFolder;
            case BAD_PORT -> Messages.Mistake_badPort;
            case NO_USER -> Messages.Mistake_noUser;
            case NO_CERTIFICATE -> Messages.Mistake_noCertificate;
        };
    }
}
