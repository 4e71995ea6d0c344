package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailboxes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** LSUB, RFC 3501 section 6.3.9. */
final class ListSubscribed implements Verb {
    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        String reference = session.nameIn(args.space().astring());
        String pattern = reference + session.nameIn(args.space().pattern());
        args.end();
        for (String line : session.account().locked(all -> lines(session, pattern, all))) {
            session.untagged(line);
        }
        return Answer.ok("LSUB completed");
    }

    private static List<String> lines(ImapSession session, String pattern, Mailboxes all) {
        ListPattern wanted = new ListPattern(pattern);
        TreeMap<String, String> found = new TreeMap<>();
        for (String name : all.subscribed()) {
            if (wanted.matches(name)) {
                found.put(name, "");
            } else if (pattern.endsWith("%")) {
                addParents(name, wanted, found);
            }
        }
        List<String> lines = new ArrayList<>();
        found.forEach(
                (name, attribute) ->
                        lines.add("LSUB (" + attribute + ") \"/\" " + session.nameOut(name)));
        return lines;
    }

    /** A parent that is not subscribed itself shows up when the pattern stops at it. */
    private static void addParents(String name, ListPattern wanted, TreeMap<String, String> found) {
        for (int i = name.indexOf('/'); i > 0; i = name.indexOf('/', i + 1)) {
            String parent = name.substring(0, i);
            if (wanted.matches(parent)) {
                found.putIfAbsent(parent, "\\Noselect");
            }
        }
    }
}
