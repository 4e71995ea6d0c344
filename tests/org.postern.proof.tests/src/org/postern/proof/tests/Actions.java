package org.postern.proof.tests;

import org.postern.core.Flag;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Random actions on both sides, done for real and told to the model. */
final class Actions {

    private static final List<Flag> FLAGS = List.of(Flag.SEEN, Flag.FLAGGED, Flag.ANSWERED);

    private final RandomGenerator random;
    private final Model model;
    private final FarSide far;
    private final AtomicInteger numbers;

    /**
     * @param numbers of everything that gets a name
     */
    Actions(RandomGenerator random, Model model, FarSide far, AtomicInteger numbers) {
        this.random = random;
        this.model = model;
        this.far = far;
        this.numbers = numbers;
    }

    /** One action of somebody else on the server. */
    String elsewhere() throws IOException {
        return switch (random.nextInt(20)) {
            case 0 -> create();
            case 1 -> deleteMailbox();
            case 2 -> recreate();
            case 3 -> rename();
            case 4, 5, 6, 7 -> flagThere();
            case 8, 9 -> expungeThere();
            case 10, 11 -> moveThere();
            default -> arrive();
        };
    }

    private String arrive() throws IOException {
        String subject = "m" + numbers.incrementAndGet();
        String mailbox = any(new TreeSet<>(model.mailboxes()));
        far.imap.append(mailbox, FarSide.mail(subject));
        model.arrives(subject, mailbox);
        return "arrives " + subject + " in " + mailbox;
    }

    private String flagThere() throws IOException {
        Optional<String> subject = anyMail();
        if (subject.isEmpty()) {
            return arrive();
        }
        Flag flag = FLAGS.get(random.nextInt(FLAGS.size()));
        boolean on = random.nextBoolean();
        long uid = uid(subject.get());
        if (on) {
            far.imap.addFlags(uid, Agreement.name(flag));
        } else {
            far.imap.removeFlags(uid, Agreement.name(flag));
        }
        model.flaggedThere(subject.get(), flag, on);
        return "there " + subject.get() + " " + flag + " " + on;
    }

    private String expungeThere() throws IOException {
        Optional<String> subject = anyMail();
        if (subject.isEmpty()) {
            return arrive();
        }
        far.imap.expunge(uid(subject.get()));
        model.expunged(subject.get());
        return "there expunged " + subject.get();
    }

    private String moveThere() throws IOException {
        Optional<String> subject = anyMail();
        if (subject.isEmpty()) {
            return arrive();
        }
        String target = any(new TreeSet<>(model.mailboxes()));
        if (target.equals(model.mail().get(subject.get()).mailbox())) {
            return arrive();
        }
        far.imap.command("UID MOVE " + uid(subject.get()) + " " + target);
        model.movedThere(subject.get(), target);
        return "there moved " + subject.get() + " to " + target;
    }

    private String create() throws IOException {
        String mailbox = "box" + numbers.incrementAndGet();
        far.imap.create(mailbox);
        model.created(mailbox);
        return "there created " + mailbox;
    }

    private String deleteMailbox() throws IOException {
        Optional<String> mailbox = anyBox();
        if (mailbox.isEmpty()) {
            return create();
        }
        delete(mailbox.get());
        return "there deleted " + mailbox.get();
    }

    /** A server hangs up on whoever deletes what is selected. */
    private void delete(String mailbox) throws IOException {
        far.imap.select("INBOX");
        far.imap.command("DELETE " + mailbox);
        model.deleted(mailbox);
    }

    /** The same name and, soon, the same ids, but another mailbox (a new UIDVALIDITY). */
    private String recreate() throws IOException {
        Optional<String> mailbox = anyBox();
        if (mailbox.isEmpty()) {
            return create();
        }
        int before = model.in(mailbox.get()).size();
        delete(mailbox.get());
        far.imap.create(mailbox.get());
        model.created(mailbox.get());
        for (int i = 0; i < before; i++) {
            String subject = "m" + numbers.incrementAndGet();
            far.imap.append(mailbox.get(), FarSide.mail(subject));
            model.arrives(subject, mailbox.get());
        }
        return "there made " + mailbox.get() + " anew with " + before;
    }

    private String rename() throws IOException {
        Optional<String> mailbox = anyBox();
        if (mailbox.isEmpty() || model.in(mailbox.get()).stream().anyMatch(model::wished)) {
            return create();
        }
        String name = "box" + numbers.incrementAndGet();
        far.imap.select("INBOX");
        far.imap.command("RENAME " + mailbox.get() + " " + name);
        far.imap.command("SUBSCRIBE " + name);
        model.renamed(mailbox.get(), name);
        return "there renamed " + mailbox.get() + " to " + name;
    }

    /** One action of the user on what the user sees. */
    String here(Home home) throws Exception {
        List<MessageRow> seen = new ArrayList<>();
        home.mailboxes(Home.IMAP).forEach(box -> seen.addAll(home.store.rows(box.id())));
        if (seen.isEmpty()) {
            return "sees nothing";
        }
        MessageRow row = seen.get(random.nextInt(seen.size()));
        return switch (random.nextInt(6)) {
            case 0 -> moveHere(home, row);
            case 1 -> deleteHere(home, row);
            default -> flagHere(home, row);
        };
    }

    private String flagHere(Home home, MessageRow row) throws Exception {
        Flag flag = FLAGS.get(random.nextInt(FLAGS.size()));
        boolean on = random.nextBoolean();
        Set<Flag> some = Set.of(flag);
        home.engine.flag(row.mailbox(), ids(row), on ? some : Set.of(), on ? Set.of() : some);
        model.userFlags(row.subject(), flag, on);
        return "here " + row.subject() + " " + flag + " " + on;
    }

    private String moveHere(Home home, MessageRow row) throws Exception {
        List<String> names =
                home.mailboxes(Home.IMAP).stream()
                        .filter(box -> !box.id().equals(row.mailbox()))
                        .map(box -> String.join("/", box.path()))
                        .toList();
        String target = names.get(random.nextInt(names.size()));
        MailboxId id = home.mailbox(Home.IMAP, target);
        home.engine.move(row.mailbox(), ids(row), id);
        model.userMoves(row.subject(), target);
        return "here moved " + row.subject() + " to " + target;
    }

    private String deleteHere(Home home, MessageRow row) throws Exception {
        switch (home.engine.delete(row.mailbox(), ids(row))) {
            case MOVED_TO_TRASH -> model.userMoves(row.subject(), "Trash");
            case FOR_GOOD -> model.userDeletes(row.subject());
        }
        return "here deleted " + row.subject();
    }

    private static Set<MessageId> ids(MessageRow row) {
        return Set.of(row.id());
    }

    private long uid(String subject) throws IOException {
        return far.find(model.mail().get(subject).mailbox(), subject).getFirst();
    }

    private Optional<String> anyMail() {
        return any(model.mail().keySet().stream().sorted().toList());
    }

    /** One that is not among those that are always there. */
    private Optional<String> anyBox() {
        return any(
                model.mailboxes().stream().filter(box -> box.startsWith("box")).sorted().toList());
    }

    private Optional<String> any(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.get(random.nextInt(names.size())));
    }

    private String any(TreeSet<String> names) {
        return any(List.copyOf(names)).orElseThrow();
    }
}
