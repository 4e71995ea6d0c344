package org.postern.imap.internal.command;

/** SELECT and EXAMINE (RFC 9051 §6.3.2, §6.3.3; parameters RFC 7162 §3.1.8, §3.2.5). */
public final class Select {

    private Select() {}

    /**
     * @param mailbox its wire name
     * @param readWrite SELECT, else EXAMINE
     * @param parameters with parentheses; empty for none
     */
    public static Command mailbox(String mailbox, boolean readWrite, String parameters) {
        String after = parameters.isEmpty() ? "" : " " + parameters;
        return Command.with(readWrite ? "SELECT" : "EXAMINE", "", new Part.Mailbox(mailbox), after);
    }

    /** Has modification sequences told. */
    public static String withModSeq() {
        return "(CONDSTORE)";
    }

    /** Has all told that changed since. */
    public static String since(long uidValidity, long modSeq) {
        return "(QRESYNC (" + uidValidity + " " + modSeq + "))";
    }
}
