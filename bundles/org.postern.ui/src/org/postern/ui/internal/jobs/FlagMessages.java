package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets and clears flags of messages. */
public final class FlagMessages extends MailJob {

    private final Services services;
    private final List<MessageRow> rows;
    private final Set<Flag> add;
    private final Set<Flag> remove;

    private FlagMessages(
            Services services, List<MessageRow> rows, Set<Flag> add, Set<Flag> remove) {
        super(Messages.Job_flag);
        this.services = services;
        this.rows = rows;
        this.add = add;
        this.remove = remove;
        setSystem(true);
    }

    /** Starts it, and remembers how to undo it. */
    public static void schedule(
            Services services, List<MessageRow> rows, Set<Flag> add, Set<Flag> remove) {
        quietly(services, rows, add, remove);
        Undo.remember(() -> undo(services, rows, add, remove));
    }

    /** Starts it as something that the user did not ask for and will not want to undo. */
    public static void quietly(
            Services services, List<MessageRow> rows, Set<Flag> add, Set<Flag> remove) {
        new FlagMessages(services, rows, add, remove).schedule();
    }

    private static void undo(
            Services services, List<MessageRow> rows, Set<Flag> add, Set<Flag> remove) {
        for (Flag flag : add) {
            List<MessageRow> had = rows.stream().filter(r -> !r.flags().contains(flag)).toList();
            quietly(services, had, Set.of(), Set.of(flag));
        }
        for (Flag flag : remove) {
            List<MessageRow> had = rows.stream().filter(r -> r.flags().contains(flag)).toList();
            quietly(services, had, Set.of(flag), Set.of());
        }
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        for (var entry : byMailbox(rows).entrySet()) {
            services.engine().flag(entry.getKey(), entry.getValue(), add, remove);
        }
    }

    static Map<MailboxId, Set<MessageId>> byMailbox(List<MessageRow> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                MessageRow::mailbox,
                                Collectors.mapping(MessageRow::id, Collectors.toSet())));
    }
}
