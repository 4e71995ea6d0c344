package org.postern.ui.internal.log;

import org.postern.net.WireLine;
import org.postern.ui.internal.Messages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a log as words, in the table and in files. */
final class LogTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private LogTexts() {}

    /** The cells of a row: time, connection, direction, text. */
    static String[] cells(WireLine line) {
        return new String[] {
            time(line), "#" + line.connection(), direction(line.direction()), line.text()
        };
    }

    private static String time(WireLine line) {
        return TIME.format(line.at().atZone(ZoneId.systemDefault()));
    }

    private static String direction(WireLine.Direction direction) {
        return switch (direction) {
            case SENT -> Messages.Log_sent;
            case RECEIVED -> Messages.Log_received;
            case NOTE -> Messages.Log_note;
        };
    }

    /** One line each, with day and server, for files and the clipboard. */
    static String text(List<WireLine> lines) {
        return lines.stream().map(LogTexts::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(WireLine line) {
        String moment = MOMENT.format(line.at().atZone(ZoneId.systemDefault()));
        return "%s  %s  #%d  %s  %s"
                .formatted(
                        moment,
                        line.peer(),
                        line.connection(),
                        direction(line.direction()),
                        line.text());
    }
}
