package org.postern.security;

/** Hears of policies that do not work. Called on any thread; must neither block nor throw. */
@FunctionalInterface
public interface PolicyReports {

    /**
     * A policy could not be loaded, threw, or answered with null.
     *
     * @param policy its id
     * @param cause what happened
     */
    void failed(String policy, Throwable cause);

    /** Writes to the system's log. */
    static PolicyReports toLog() {
        return (policy, cause) ->
                System.getLogger(PolicyReports.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "The policy " + policy + " failed",
                                cause);
    }
}
