package org.postern.sync.tests;

import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.transport.RemoteId;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens on a server meanwhile, in words such as {@code expunge INBOX 1}. */
record ServerSteps(FakeServer server) {

    void take(String step) {
        String[] words = step.split(" ");
        FakeServer.Box box = server.boxes.get(words[1]);
        switch (words[0]) {
            case "see" -> flag(box, Integer.parseInt(words[2]), Flag.SEEN);
            case "star" -> flag(box, Integer.parseInt(words[2]), Flag.FLAGGED);
            case "expunge" -> box.messages.remove(Integer.valueOf(words[2]));
            case "copy" -> server.boxes.get(words[3]).take(box, List.of(new RemoteId(words[2])));
            case "move" -> {
                server.boxes.get(words[3]).take(box, List.of(new RemoteId(words[2])));
                box.messages.remove(Integer.valueOf(words[2]));
            }
            case "anew" -> box.epoch++;
            case "drop" -> server.boxes.remove(words[1]);
            case "refuse" -> {
                server.commandsThatFail = words[1];
                server.commandFails =
                        Optional.of(new Failure.CommandRefused(Failures.PEER, words[1], "no"));
            }
            default -> throw new IllegalArgumentException(step);
        }
    }

    private static void flag(FakeServer.Box box, int number, Flag flag) {
        Set<Flag> flags = EnumSet.of(flag);
        flags.addAll(box.messages.get(number));
        box.messages.put(number, flags);
    }

    /** What it has: {@code INBOX=1S,2 Archive=}. */
    String state() {
        return Stream.of("INBOX", "Archive", "Other")
                .filter(server.boxes::containsKey)
                .map(name -> name + "=" + messages(server.boxes.get(name)))
                .collect(Collectors.joining(" "));
    }

    private static String messages(FakeServer.Box box) {
        return box.messages.entrySet().stream()
                .map(m -> FakeServer.content(m.getKey()) + UserSteps.letters(m.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
