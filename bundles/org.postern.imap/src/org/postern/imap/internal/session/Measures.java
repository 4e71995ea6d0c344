package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Completion;
import org.postern.net.Connection;

import java.util.HashMap;
import java.util.Map;

/** Tells the connection which commands run, and how they end. */
final class Measures {

    private final Connection connection;
    private final Map<String, Connection.Command> running = new HashMap<>();

    Measures(Connection connection) {
        this.connection = connection;
    }

    void begin(String tag, String verb) {
        running.put(tag, connection.command(verb));
    }

    void end(Completion completion) {
        Connection.Command command = running.remove(completion.tag());
        if (command != null) {
            command.outcome(completion.status().name());
            command.close();
        }
    }
}
