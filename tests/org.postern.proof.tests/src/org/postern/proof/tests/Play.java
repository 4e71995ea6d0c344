package org.postern.proof.tests;

import java.nio.file.Path;
import java.util.List;

/** Plays a {@link Life} on from where it was left, in a process of its own that may be killed. */
final class Play {

    private Play() {}

    /**
     * @param words the folder, the server's two ports, the user, and the step at which to halt
     */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        Life life =
                new Life(
                        new Life.Ports(Integer.parseInt(words[1]), Integer.parseInt(words[2])),
                        words[3]);
        HaltingSteps steps = new HaltingSteps(Integer.parseInt(words[4]));
        Journal journal = new Journal(folder.resolve("journal"));
        try (FarSide far = life.far();
                Home home = new Home(folder, steps)) {
            play(life.acts(), home, far, journal);
        }
        journal.steps(steps.count());
    }

    /** The acts that were not begun yet. */
    static void play(List<Act> acts, Home home, FarSide far, Journal journal) throws Exception {
        for (int act = journal.next(); act < acts.size(); act++) {
            journal.begun(act);
            if (acts.get(act).deed().on(home, far)) {
                journal.done(act);
            }
        }
    }
}
