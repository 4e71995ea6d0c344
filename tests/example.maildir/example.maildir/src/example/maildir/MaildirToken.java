package example.maildir;

import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was there with which flags: all that a Maildir's state is. */
final class MaildirToken {

    private static final String VERSION = "maildir1";

    private MaildirToken() {}

    static SyncToken of(Map<RemoteId, MaildirEntry> entries) {
        return new SyncToken(
                entries.values().stream()
                        .map(entry -> entry.id() + "/" + entry.letters())
                        .collect(Collectors.joining(" ", VERSION + " ", "")));
    }

    /** Flag letters by id; empty when the token is not one of ours. */
    static Optional<Map<RemoteId, String>> read(SyncToken token) {
        String[] words = token.value().split(" ", -1);
        if (!words[0].equals(VERSION)) {
            return Optional.empty();
        }
        Map<RemoteId, String> letters = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            if (words[i].isEmpty()) {
                continue;
            }
            int slash = words[i].lastIndexOf('/');
            if (slash <= 0) {
                return Optional.empty();
            }
            letters.put(new RemoteId(words[i].substring(0, slash)), words[i].substring(slash + 1));
        }
        return Optional.of(letters);
    }
}
