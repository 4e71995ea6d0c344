package org.postern.sync.tests;

import org.postern.sync.tests.Letter.Answers;
import org.postern.sync.tests.Letter.Greets;

final class PopGateWords implements GateWords {

    private static final String PLAIN = "+OK\r\nUSER\r\nUIDL\r\nTOP\r\nSASL PLAIN\r\n";

    @Override
    public String greeting(Greets greets) {
        return switch (greets) {
            case OK -> "+OK hi\r\n";
            case OK_WITH_OFFERS -> "+OK hi <1.2@mail.example.org>\r\n";
            case BYE -> "-ERR [SYS/TEMP] not now\r\n";
            default -> GateWords.foreign(greets);
        };
    }

    @Override
    public boolean asks(String line) {
        return line.equals("CAPA");
    }

    @Override
    public String capabilities(String line, Answers answers) {
        return switch (answers) {
            case NOT_OFFERED -> PLAIN + ".\r\n";
            case NO_CAPABILITIES -> "-ERR what\r\n";
            case TOO_LONG -> "+OK\r\n" + ENDLESS;
            case EARLY -> PLAIN + "STLS\r\n.\r\n+OK begin\r\n";
            case ACCEPTED_AFTER_NOISE -> PLAIN + "XEVIL\r\nSTLS\r\n.\r\n";
            default -> PLAIN + "STLS\r\n.\r\n";
        };
    }

    @Override
    public boolean startsTls(String line) {
        return line.equals("STLS");
    }

    @Override
    public String answer(String line, Answers answers) {
        return switch (answers) {
            case REFUSED -> "-ERR not today\r\n";
            case BAD -> "-ERR [SYS/PERM] what\r\n";
            case UNTAGGED -> "OK begin\r\n";
            case WRONG_TAG -> "a1 OK begin\r\n";
            case GARBLED -> "gibberish\r\n";
            case INJECTED -> "+OK begin\r\n+OK\r\nUSER\r\n.\r\n";
            case BYE -> "* BYE enough\r\n";
            case HANGS_UP -> "";
            default -> "+OK begin\r\n";
        };
    }

    @Override
    public String session(String line) {
        return switch (line.split(" ")[0]) {
            case "CAPA" -> PLAIN + ".\r\n";
            case "STAT" -> "+OK 0 0\r\n";
            case "LIST", "UIDL" -> "+OK\r\n.\r\n";
            default -> "+OK\r\n";
        };
    }
}
