package org.postern.pop3.internal;

import org.postern.net.Connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the connection which commands run. A command with a body has ended when the next answer is
 * read, or when the next command is written and no answer is due.
 */
final class Measures {

    private static final Pattern VERB = Pattern.compile("[A-Z]{3,4}[0-9]?(?=[ \\r])");

    private final Connection connection;
    private final Deque<Connection.Command> due = new ArrayDeque<>();
    private Optional<Connection.Command> answered = Optional.empty();

    Measures(Connection connection) {
        this.connection = connection;
    }

    /** What is written; what does not begin with a verb is part of a login. */
    void written(String line) {
        Matcher verb = VERB.matcher(line);
        if (verb.lookingAt()) {
            if (due.isEmpty()) {
                end();
            }
            due.add(connection.command(verb.group()));
        }
    }

    void answered(boolean ok) {
        end();
        answered = Optional.ofNullable(due.poll());
        answered.ifPresent(command -> command.outcome(ok ? "+OK" : "-ERR"));
    }

    private void end() {
        answered.ifPresent(Connection.Command::close);
        answered = Optional.empty();
    }
}
