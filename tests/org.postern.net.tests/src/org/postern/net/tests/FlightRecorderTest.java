package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.testing.ScriptedServer;

import java.nio.file.Path;
import java.util.List;

/** What Java Flight Recorder hears of connections and commands. */
class FlightRecorderTest {

    @TempDir private Path folder;

    @Test
    void hearsOfEveryConnectionAndCommandAndOfNoSecret() throws Exception {
        try (Recording recording = new Recording();
                ScriptedServer server =
                        ScriptedServer.tls()
                                .send("* OK hi")
                                .expect("A1 LOGIN joe open-sesame")
                                .send("A1 OK welcome")
                                .hang()
                                .start()) {
            recording.start();
            try (Connection open = Client.with(Security.TLS).connect("localhost", server.port())) {
                logIn(open);
            }
            List<RecordedEvent> events = events(recording);
            RecordedEvent connect = only(events, "org.postern.Connect");
            assertEquals("localhost", connect.getString("host"));
            assertEquals(server.port(), connect.getInt("port"));
            assertEquals("TLS", connect.getString("security"));
            assertEquals("TLSv1.3", connect.getString("tls"));
            assertEquals("test", connect.getString("account"));
            RecordedEvent command = only(events, "org.postern.Command");
            assertEquals("LOGIN", command.getString("verb"));
            assertEquals("imap", command.getString("protocol"));
            assertEquals("OK", command.getString("outcome"));
            assertEquals(26, command.getLong("sent"));
            assertEquals(15, command.getLong("received"));
            events.forEach(event -> assertFalse(event.toString().contains("open-sesame")));
        }
    }

    private static void logIn(Connection open) throws Exception {
        try (Connection.Command command = open.command("LOGIN")) {
            open.out().write("A1 LOGIN ".getBytes(US_ASCII));
            open.hidden().write("joe open-sesame\r\n".getBytes(US_ASCII));
            open.in().readNBytes("A1 OK welcome\r\n".length());
            command.outcome("OK");
        }
        open.loggedIn(new Login("LOGIN", true, false));
    }

    @Test
    void hearsWhyAConnectionFailed() throws Exception {
        try (Recording recording = new Recording();
                ScriptedServer server = ScriptedServer.plain().send("* OK hi").hang().start()) {
            recording.start();
            Client.with(Security.TLS).failure(server.port());
            RecordedEvent connect = only(events(recording), "org.postern.Connect");
            assertEquals("ClearTextOnTlsPort", connect.getString("failure"));
        }
    }

    private List<RecordedEvent> events(Recording recording) throws Exception {
        Path file = folder.resolve("events.jfr");
        recording.stop();
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> named =
                events.stream().filter(e -> e.getEventType().getName().equals(name)).toList();
        assertEquals(1, named.size());
        return named.getFirst();
    }
}
