package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Mailboxes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** LIST with special uses, RFC 3501 section 6.3.8, RFC 5258, RFC 5819 and RFC 6154. */
final class ListMailboxes implements Verb {
    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        ListRequest request = ListRequest.parse(session, args);
        if (request.rootOnly()) {
            session.untagged("LIST (\\Noselect) \"/\" \"\"");
            return Answer.ok("LIST completed");
        }
        for (String line : session.account().locked(all -> lines(session, request, all))) {
            session.untagged(line);
        }
        return Answer.ok("LIST completed");
    }

    private static List<String> lines(ImapSession session, ListRequest request, Mailboxes all) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(all.names());
        if (request.selects("SUBSCRIBED")) {
            names.addAll(all.subscribed());
        }
        names.stream()
                .filter(request::matches)
                .forEach(name -> describe(session, request, all, name, lines));
        return lines;
    }

    private static void describe(
            ImapSession session,
            ListRequest request,
            Mailboxes all,
            String name,
            List<String> lines) {
        Optional<Mailbox> mailbox = all.find(name);
        boolean childInfo = request.selects("RECURSIVEMATCH") && subscribedBelow(all, name);
        if (!selected(request, all, name, mailbox) && !childInfo) {
            return;
        }
        String attributes = String.join(" ", attributes(request, all, name, mailbox));
        String info = childInfo ? " (\"CHILDINFO\" (\"SUBSCRIBED\"))" : "";
        lines.add("LIST (" + attributes + ") \"/\" " + session.nameOut(name) + info);
        if (request.returns("STATUS") && mailbox.filter(Mailbox::selectable).isPresent()) {
            lines.add(Status.line(session, name, mailbox.get(), request.status()));
        }
    }

    private static boolean subscribedBelow(Mailboxes all, String name) {
        return all.subscribed().stream().anyMatch(other -> other.startsWith(name + "/"));
    }

    private static boolean selected(
            ListRequest request, Mailboxes all, String name, Optional<Mailbox> mailbox) {
        boolean subscription = !request.selects("SUBSCRIBED") || all.subscribed().contains(name);
        boolean use = !request.selects("SPECIAL-USE") || mailbox.flatMap(Mailbox::use).isPresent();
        return subscription && use;
    }

    private static List<String> attributes(
            ListRequest request, Mailboxes all, String name, Optional<Mailbox> mailbox) {
        List<String> attributes = new ArrayList<>();
        if (mailbox.isEmpty()) {
            attributes.add("\\NonExistent");
        } else if (!mailbox.get().selectable()) {
            attributes.add("\\Noselect");
        }
        attributes.add(all.hasChildren(name) ? "\\HasChildren" : "\\HasNoChildren");
        mailbox.flatMap(Mailbox::use).ifPresent(attributes::add);
        if (request.returns("SUBSCRIBED") && all.subscribed().contains(name)) {
            attributes.add("\\Subscribed");
        }
        return attributes;
    }
}
