package org.postern.store.internal;

import org.postern.core.AtomicFile;
import org.postern.core.KeyedText;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore.MailboxEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file that says which mailboxes an account has and under which numbers. */
final class MailboxList {

    private static final String VERSION = "1";

    private MailboxList() {}

    static void write(Path file, Map<Long, MailboxEntry> mailboxes) throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("version", VERSION);
        mailboxes.forEach((id, mailbox) -> put(pairs, id + ".", mailbox));
        AtomicFile.write(file, KeyedText.write(pairs));
    }

    private static void put(Map<String, String> pairs, String key, MailboxEntry mailbox) {
        pairs.put(key + "remote", mailbox.remoteId());
        for (int i = 0; i < mailbox.path().size(); i++) {
            pairs.put(key + "path." + i, mailbox.path().get(i));
        }
        pairs.put(key + "role", mailbox.role().name());
        pairs.put(key + "subscribed", Boolean.toString(mailbox.subscribed()));
        pairs.put(key + "selectable", Boolean.toString(mailbox.selectable()));
    }

    static Map<Long, MailboxEntry> read(Path file) throws IOException {
        try {
            Map<String, String> pairs = KeyedText.read(Files.readAllBytes(file));
            if (!VERSION.equals(pairs.remove("version"))) {
                throw new DamagedFile(file + " has another version");
            }
            Map<Long, MailboxEntry> mailboxes = new LinkedHashMap<>();
            for (String key : pairs.keySet()) {
                if (key.endsWith(".remote")) {
                    String id = key.substring(0, key.indexOf('.'));
                    mailboxes.put(Long.parseLong(id), get(pairs, id + "."));
                }
            }
            return mailboxes;
        } catch (KeyedText.Malformed e) {
            throw new DamagedFile(file + ", line " + e.line() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new DamagedFile(file + ": " + e, e);
        }
    }

    private static MailboxEntry get(Map<String, String> pairs, String key) {
        List<String> path = new ArrayList<>();
        while (pairs.containsKey(key + "path." + path.size())) {
            path.add(pairs.get(key + "path." + path.size()));
        }
        return new MailboxEntry(
                pairs.get(key + "remote"),
                path,
                MailboxRole.valueOf(pairs.get(key + "role")),
                Boolean.parseBoolean(pairs.get(key + "subscribed")),
                Boolean.parseBoolean(pairs.get(key + "selectable")));
    }
}
