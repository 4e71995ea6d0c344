package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.core.MailboxRole;
import org.postern.store.MailReader;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.DeleteMessages;
import org.postern.ui.internal.list.MessageListView;

import java.util.List;

/** Deletes the messages that are selected; asks where they would be gone for good. */
public final class Delete extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Chosen.list(event).ifPresent(list -> list.withSelected(rows -> delete(shell, list, rows)));
        return null;
    }

    private static void delete(Shell shell, MessageListView list, List<MessageRow> rows) {
        if (confirmed(shell, rows)) {
            list.selectBeyond();
            DeleteMessages.schedule(Services.get(), rows);
        }
    }

    private static boolean confirmed(Shell shell, List<MessageRow> rows) {
        return rows.stream().allMatch(Delete::canComeBack)
                || MessageDialog.open(
                                MessageDialog.QUESTION,
                                shell,
                                Messages.Delete_title,
                                Messages.bind(Messages.Delete_text, String.valueOf(rows.size())),
                                SWT.SHEET,
                                Messages.Delete_yes,
                                Messages.Delete_no)
                        == 0;
    }

    private static boolean canComeBack(MessageRow row) {
        MailReader mail = Services.get().store();
        return mail.mailbox(row.mailbox()).stream()
                .filter(m -> m.role() != MailboxRole.TRASH)
                .flatMap(m -> mail.mailboxes(m.account()).stream())
                .map(StoredMailbox::role)
                .anyMatch(MailboxRole.TRASH::equals);
    }
}
