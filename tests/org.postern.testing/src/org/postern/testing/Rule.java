package org.postern.testing;

import java.util.Map;
import java.util.Optional;

/** An answer that a scripted server gives whenever a command comes, wherever the script stands. */
record Rule(LinePattern command, String answer) {

    Optional<String> answerTo(String line) {
        return command.match(line).map(values -> fill(values));
    }

    private String fill(Map<String, String> values) {
        return LinePattern.fill(answer, values);
    }
}
