package org.postern.demo.internal.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tree of a user's mailboxes; the parts of a name are separated by {@code /}. */
public final class Mailboxes {
    public static final String INBOX = "INBOX";

    private final NavigableMap<String, Mailbox> byName = new TreeMap<>();
    private final NavigableSet<String> subscribed = new TreeSet<>();
    private long nextUidValidity;

    Mailboxes(long firstUidValidity) {
        nextUidValidity = firstUidValidity;
        create(INBOX, Optional.empty());
    }

    /** INBOX is the same in any case, RFC 9051 section 5.1. */
    public static String canonical(String name) {
        boolean below = name.length() > 5 && name.charAt(5) == '/';
        boolean inbox = name.regionMatches(true, 0, INBOX, 0, 5) && (name.length() == 5 || below);
        return inbox ? INBOX + name.substring(5) : name;
    }

    public Mailbox inbox() {
        return byName.get(INBOX);
    }

    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(byName.navigableKeySet());
    }

    public NavigableSet<String> subscribed() {
        return subscribed;
    }

    public Optional<Mailbox> find(String name) {
        return Optional.ofNullable(byName.get(canonical(name)));
    }

    /** The mailbox, if it can hold messages. */
    public Optional<Mailbox> selectable(String name) {
        return find(name).filter(Mailbox::selectable);
    }

    /** Creates a mailbox and those above it; the caller made sure that it is not there yet. */
    public Mailbox create(String rawName, Optional<String> use) {
        String name = canonical(rawName);
        int slash = name.lastIndexOf('/');
        if (slash > 0 && find(name.substring(0, slash)).isEmpty()) {
            create(name.substring(0, slash), Optional.empty());
        }
        Mailbox mailbox = byName.computeIfAbsent(name, n -> new Mailbox(nextUidValidity++, use));
        mailbox.makeSelectable();
        return mailbox;
    }

    public boolean hasChildren(String name) {
        String next = byName.higherKey(name + "/");
        return next != null && next.startsWith(name + "/");
    }

    /** Deletes a mailbox; one with children stays as a mere name, RFC 3501 section 6.3.4. */
    public void delete(String rawName) {
        String name = canonical(rawName);
        Mailbox mailbox = byName.get(name);
        if (hasChildren(name)) {
            mailbox.keepNameOnly();
        } else {
            byName.remove(name);
            mailbox.clear();
        }
    }

    /** Renames a mailbox with all below it; from INBOX only the messages move. */
    public void rename(String rawFrom, String rawTo) {
        String from = canonical(rawFrom);
        String to = canonical(rawTo);
        if (from.equals(INBOX)) {
            emptyInboxInto(create(to, Optional.empty()));
            return;
        }
        for (String name : treeOf(from)) {
            Mailbox moved = byName.remove(name);
            String newName = to + name.substring(from.length());
            create(newName, Optional.empty());
            byName.put(newName, moved);
        }
    }

    private void emptyInboxInto(Mailbox target) {
        inbox().messages().forEach(message -> target.append(message.content(), message.flags()));
        inbox().clear();
    }

    private List<String> treeOf(String root) {
        List<String> names = new ArrayList<>(List.of(root));
        byName.keySet().stream().filter(name -> name.startsWith(root + "/")).forEach(names::add);
        return names;
    }
}
