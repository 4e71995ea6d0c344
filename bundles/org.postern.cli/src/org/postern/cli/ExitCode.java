package org.postern.cli;

/** What a process of Postern's ends with, for scripts. Of several results the worst counts. */
public final class ExitCode {

    /** Everything is as it should be. */
    public static final int SOUND = 0;

    /** It works, but something is to be said of it. */
    public static final int WARNING = 1;

    /** It does not work. */
    public static final int FAILED = 2;

    /** Another Postern has the mail open; later it may work (EX_TEMPFAIL of sysexits.h). */
    public static final int IN_USE = 75;

    /** The command was not understood, and nothing was done. */
    public static final int USAGE = 64;

    private ExitCode() {}
}
