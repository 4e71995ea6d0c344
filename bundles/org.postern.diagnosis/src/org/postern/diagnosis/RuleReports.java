package org.postern.diagnosis;

/** Hears of rules that do not work. Called on any thread; must neither block nor throw. */
@FunctionalInterface
public interface RuleReports {

    /**
     * A rule could not be loaded, threw, or answered with null.
     *
     * @param rule its id
     * @param cause what happened
     */
    void failed(String rule, Throwable cause);

    /** Writes to the system's log. */
    static RuleReports toLog() {
        return (rule, cause) ->
                System.getLogger(RuleReports.class.getName())
                        .log(System.Logger.Level.WARNING, "The rule " + rule + " failed", cause);
    }
}
