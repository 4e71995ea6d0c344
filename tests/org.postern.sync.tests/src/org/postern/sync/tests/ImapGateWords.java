package org.postern.sync.tests;

import org.postern.sync.tests.Letter.Answers;
import org.postern.sync.tests.Letter.Greets;

final class ImapGateWords implements GateWords {

    private static final String TRAP =
            "* OK [ALERT] log in in clear\r\n* 3 EXISTS\r\n* FLAGS (\\Evil)\r\n";

    @Override
    public String greeting(Greets greets) {
        return switch (greets) {
            case OK -> "* OK hi\r\n";
            case OK_WITH_OFFERS -> "* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hi\r\n";
            case BYE -> "* BYE not now\r\n";
            default -> GateWords.foreign(greets);
        };
    }

    @Override
    public boolean asks(String line) {
        return line.endsWith(" CAPABILITY");
    }

    @Override
    public String capabilities(String line, Answers answers) {
        String end = tag(line) + " OK done\r\n";
        String offer = "* CAPABILITY IMAP4rev1 AUTH=PLAIN STARTTLS\r\n";
        return switch (answers) {
            case NOT_OFFERED -> "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + end;
            case NO_CAPABILITIES -> tag(line) + " NO what\r\n";
            case TOO_LONG -> "* CAPABILITY " + ENDLESS;
            case EARLY -> offer + end + "P1 OK begin\r\n";
            case ACCEPTED_AFTER_NOISE -> TRAP + offer + end;
            default -> offer + end;
        };
    }

    @Override
    public boolean startsTls(String line) {
        return line.endsWith(" STARTTLS");
    }

    @Override
    public String answer(String line, Answers answers) {
        String accepted = tag(line) + " OK begin\r\n";
        return switch (answers) {
            case ACCEPTED_AFTER_NOISE -> "* 3 EXISTS\r\n* FLAGS (\\Evil)\r\n" + accepted;
            case REFUSED -> tag(line) + " NO not today\r\n";
            case BAD -> tag(line) + " BAD what\r\n";
            case UNTAGGED -> "* OK begin\r\n";
            case WRONG_TAG -> "Q9 OK begin\r\n";
            case GARBLED -> "gibberish\r\n";
            case INJECTED -> accepted + "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n";
            case BYE -> "* BYE enough\r\n";
            case HANGS_UP -> "";
            default -> accepted;
        };
    }

    @Override
    public String session(String line) {
        String[] words = line.split(" ");
        if (words.length < 2) {
            return "P9 OK in\r\n";
        }
        String done = words[0] + " OK done\r\n";
        return switch (words[1]) {
            case "CAPABILITY" -> "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR STARTTLS\r\n" + done;
            case "SELECT", "EXAMINE" ->
                    "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 1] n\r\n" + done;
            case "LOGOUT" -> "* BYE\r\n" + done;
            default -> done;
        };
    }

    private static String tag(String line) {
        return line.split(" ")[0];
    }
}
