package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailboxes;

import java.util.Optional;

/** Commands that change the tree of mailboxes and the subscriptions, RFC 3501 section 6.3. */
final class Tree {
    private Tree() {}

    static Answer subscribe(ImapSession session, Args args) {
        String name = lastName(session, args);
        return session.account()
                .locked(
                        all -> {
                            existing(all, name);
                            all.subscribed().add(Mailboxes.canonical(name));
                            return Answer.ok("SUBSCRIBE completed");
                        });
    }

    static Answer unsubscribe(ImapSession session, Args args) {
        String name = Mailboxes.canonical(lastName(session, args));
        session.account().locked(all -> all.subscribed().remove(name));
        return Answer.ok("UNSUBSCRIBE completed");
    }

    static Answer create(ImapSession session, Args args) {
        String given = lastName(session, args);
        String name = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        requireGood(name);
        return session.account()
                .locked(
                        all -> {
                            requireFree(all, name);
                            all.create(name, Optional.empty());
                            return Answer.ok("CREATE completed");
                        });
    }

    static Answer delete(ImapSession session, Args args) {
        String name = lastName(session, args);
        if (name.equalsIgnoreCase(Mailboxes.INBOX)) {
            throw Refusal.no("CANNOT", "The inbox stays");
        }
        return session.account()
                .locked(
                        all -> {
                            existing(all, name);
                            if (all.selectable(name).isEmpty() && all.hasChildren(name)) {
                                throw Refusal.no("CANNOT", "There are mailboxes below it");
                            }
                            all.delete(name);
                            return Answer.ok("DELETE completed");
                        });
    }

    static Answer rename(ImapSession session, Args args) {
        String from = session.nameIn(args.space().astring());
        String to = lastName(session, args);
        requireGood(to);
        if (to.startsWith(from + "/")) {
            throw Refusal.no("CANNOT", "A mailbox cannot move below itself");
        }
        return session.account()
                .locked(
                        all -> {
                            existing(all, from);
                            requireFree(all, to);
                            all.rename(from, to);
                            return Answer.ok("RENAME completed");
                        });
    }

    private static String lastName(ImapSession session, Args args) {
        String name = session.nameIn(args.space().astring());
        args.end();
        return name;
    }

    private static void existing(Mailboxes all, String name) {
        if (all.find(name).isEmpty()) {
            throw Refusal.no("NONEXISTENT", "No such mailbox");
        }
    }

    private static void requireFree(Mailboxes all, String name) {
        if (all.selectable(name).isPresent()) {
            throw Refusal.no("ALREADYEXISTS", "There is such a mailbox already");
        }
    }

    private static void requireGood(String name) {
        boolean empty = name.isEmpty() || name.startsWith("/") || name.contains("//");
        boolean wild = name.chars().anyMatch(c -> c == '*' || c == '%' || c < ' ' || c == 0x7f);
        if (empty || wild || name.endsWith("/") || name.length() > 500) {
            throw Refusal.no("CANNOT", "Not a good name for a mailbox");
        }
    }
}
