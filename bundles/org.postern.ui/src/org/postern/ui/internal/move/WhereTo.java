package org.postern.ui.internal.move;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user does with messages that go to another mailbox.
 *
 * @param one the question about one message
 * @param many the question about several, {0} of them
 * @param verb what the button says
 */
public record WhereTo(String one, String many, String verb) {

    /** They leave where they are. */
    public static WhereTo move() {
        return new WhereTo(Messages.Move_titleOne, Messages.Move_title, Messages.Move_verb);
    }

    /** They stay where they are as well. */
    public static WhereTo copy() {
        return new WhereTo(Messages.Copy_titleOne, Messages.Copy_title, Messages.Copy_verb);
    }

    /**
     * Asks where messages are to go. Only within an account: the server does it, and it does not
     * know of others.
     *
     * @return empty when the user leaves, or when there is nowhere to go, which is said
     */
    public Optional<MailboxId> ask(Shell shell, Services services, List<MessageRow> rows) {
        String title = Counted.of(rows.size(), one, many);
        Set<MailboxId> origins = rows.stream().map(MessageRow::mailbox).collect(Collectors.toSet());
        Set<List<StoredMailbox>> accounts =
                origins.stream()
                        .flatMap(id -> services.store().mailbox(id).stream())
                        .map(StoredMailbox::account)
                        .distinct()
                        .map(services.store()::mailboxes)
                        .collect(Collectors.toSet());
        if (accounts.size() != 1) {
            return sorry(shell, title, Messages.Move_oneAccount);
        }
        List<StoredMailbox> all = accounts.iterator().next();
        Targets targets = Targets.of(all, origins, RecentTargets.of(all.getFirst().account()));
        if (targets.all().isEmpty()) {
            return sorry(shell, title, Messages.Move_nowhere);
        }
        return choose(shell, title, targets);
    }

    private Optional<MailboxId> choose(Shell shell, String title, Targets targets) {
        Optional<Target> chosen = new MailboxChooser(shell, title, verb, targets).ask();
        chosen.map(Target::mailbox).ifPresent(RecentTargets::remember);
        return chosen.map(target -> target.mailbox().id());
    }

    private static Optional<MailboxId> sorry(Shell shell, String title, String why) {
        MessageDialog.openInformation(shell, title, why);
        return Optional.empty();
    }
}
