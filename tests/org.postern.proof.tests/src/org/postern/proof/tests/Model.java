package org.postern.proof.tests;

import org.postern.core.Flag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What ought to be on the server: what others do there holds at once, what the user does here holds
 * once it was sent, if the message is then still where the user saw it. Messages are known by their
 * subjects.
 */
final class Model {

    /** A message: in which mailbox, with which flags. */
    record Mail(String mailbox, Set<Flag> flags) {}

    /**
     * What the user did to a message and the server does not know yet.
     *
     * @param target where it moves to by that
     * @param stays whether it stays where it is by that
     */
    private record Wish(String subject, Optional<String> target, boolean stays, Step step) {}

    /** Changes the state of a message that is where the user saw it. */
    @FunctionalInterface
    private interface Step {
        void on(Model model, String subject);
    }

    private final Map<String, Mail> mail = new TreeMap<>();
    private final Set<String> mailboxes = new HashSet<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Set<String> displaced = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    Model(Set<String> mailboxes) {
        this.mailboxes.addAll(mailboxes);
    }

    Map<String, Mail> mail() {
        return Map.copyOf(mail);
    }

    Set<String> mailboxes() {
        return Set.copyOf(mailboxes);
    }

    List<String> in(String mailbox) {
        return mail.entrySet().stream()
                .filter(each -> each.getValue().mailbox().equals(mailbox))
                .map(Map.Entry::getKey)
                .toList();
    }

    void arrives(String subject, String mailbox) {
        mail.put(subject, new Mail(mailbox, EnumSet.noneOf(Flag.class)));
    }

    /** Somebody else removed it from where it was. */
    void expunged(String subject) {
        mail.remove(subject);
        displaced.add(subject);
    }

    /** Somebody else put it elsewhere. */
    void movedThere(String subject, String mailbox) {
        move(subject, mailbox);
        displaced.add(subject);
    }

    void flaggedThere(String subject, Flag flag, boolean on) {
        flag(subject, flag, on);
    }

    void created(String mailbox) {
        mailboxes.add(mailbox);
    }

    void deleted(String mailbox) {
        in(mailbox).forEach(this::expunged);
        mailboxes.remove(mailbox);
    }

    /** All messages of a mailbox are the same under another name. */
    void renamed(String from, String to) {
        mailboxes.add(to);
        in(from).forEach(subject -> movedThere(subject, to));
        mailboxes.remove(from);
    }

    void userFlags(String subject, Flag flag, boolean on) {
        wishes.add(
                new Wish(subject, Optional.empty(), true, (model, it) -> model.flag(it, flag, on)));
    }

    void userMoves(String subject, String mailbox) {
        wishes.add(
                new Wish(
                        subject,
                        Optional.of(mailbox),
                        false,
                        (model, it) -> model.userMove(it, mailbox)));
    }

    void userDeletes(String subject) {
        wishes.add(
                new Wish(subject, Optional.empty(), false, (model, it) -> model.mail.remove(it)));
    }

    boolean wished(String subject) {
        return wishes.stream().anyMatch(wish -> wish.subject().equals(subject));
    }

    /** What the user did was sent, and what is on the server has come. */
    void synchronised() {
        for (Wish wish : wishes) {
            if (mail.containsKey(wish.subject())) {
                bothWantedTheSame(wish);
                if (holds(wish)) {
                    wish.step().on(this, wish.subject());
                }
            }
        }
        wishes.clear();
        displaced.clear();
        refused.clear();
    }

    private boolean holds(Wish wish) {
        return !displaced.contains(wish.subject())
                && (wish.stays() || !refused.contains(wish.subject()));
    }

    /** What the user did after that to the message in its new place is meant for this one. */
    private void bothWantedTheSame(Wish wish) {
        String mailbox = mail.get(wish.subject()).mailbox();
        if (wish.target().filter(mailbox::equals).isPresent()) {
            displaced.remove(wish.subject());
        }
    }

    private void flag(String subject, Flag flag, boolean on) {
        Mail old = mail.get(subject);
        Set<Flag> flags = new HashSet<>(old.flags());
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
        mail.put(subject, new Mail(old.mailbox(), flags));
    }

    private void move(String subject, String mailbox) {
        mail.put(subject, new Mail(mailbox, mail.get(subject).flags()));
    }

    /**
     * A mailbox that is not there any more takes nothing, and what the user did to the message in
     * there falls with it; flags hold (decision 15).
     */
    private void userMove(String subject, String mailbox) {
        if (mailboxes.contains(mailbox)) {
            move(subject, mailbox);
        } else {
            refused.add(subject);
        }
    }
}
