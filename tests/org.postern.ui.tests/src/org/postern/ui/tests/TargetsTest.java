package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;
import org.postern.ui.internal.move.Target;
import org.postern.ui.internal.move.Targets;

import java.util.List;
import java.util.Set;

class TargetsTest {

    private static final StoredMailbox INBOX = mailbox(1, "INBOX", MailboxRole.INBOX, true);
    private static final StoredMailbox GARDEN =
            mailbox(2, "Projects/Garden", MailboxRole.NONE, true);
    private static final StoredMailbox HOUSE = mailbox(3, "Projects/House", MailboxRole.NONE, true);
    private static final List<StoredMailbox> ALL = List.of(INBOX, GARDEN, HOUSE);

    private static StoredMailbox mailbox(int id, String path, MailboxRole role, boolean can) {
        return new StoredMailbox(
                new MailboxId(id),
                new AccountId("ann"),
                path,
                List.of(path.split("/")),
                role,
                true,
                can,
                0,
                0);
    }

    private static List<String> names(List<Target> targets) {
        return targets.stream().map(Target::name).toList();
    }

    @Test
    void thoseOfLateComeFirst() {
        Targets targets = Targets.of(ALL, Set.of(), List.of("Projects/House", "gone"));
        assertEquals(
                List.of("Projects / House", "Inbox", "Projects / Garden"), names(targets.all()));
    }

    @Test
    void whereAllOfThemLieIsNoTarget() {
        assertEquals(
                List.of("Projects / Garden", "Projects / House"),
                names(Targets.of(ALL, Set.of(INBOX.id()), List.of()).all()));
        assertEquals(3, Targets.of(ALL, Set.of(INBOX.id(), HOUSE.id()), List.of()).all().size());
    }

    @Test
    void whatHoldsNoMessagesIsNoTarget() {
        List<StoredMailbox> odd =
                List.of(
                        mailbox(4, "Level", MailboxRole.NONE, false),
                        mailbox(5, "Starred", MailboxRole.FLAGGED, true));
        assertEquals(List.of(), Targets.of(odd, Set.of(), List.of()).all());
    }

    @Test
    void wordsMayBePartsOfAnyLevelInAnyOrder() {
        Targets targets = Targets.of(ALL, Set.of(), List.of());
        assertEquals(List.of("Projects / Garden"), names(targets.with(" gard PROJ")));
        assertEquals(3, targets.with("").size());
        assertEquals(List.of(), targets.with("garden house"));
    }
}
