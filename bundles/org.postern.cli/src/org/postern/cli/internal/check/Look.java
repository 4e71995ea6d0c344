package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Text;
import org.postern.diagnosis.SessionWork;
import org.postern.message.Headers;
import org.postern.transport.CanPeek;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the mailboxes and looks into the INBOX. Nothing is marked as seen. One thread. */
final class Look implements SessionWork {

    private static final int SUBJECTS = 5;

    private List<String> mailboxes = List.of();
    private Optional<Inbox> inbox = Optional.empty();

    @Override
    public void use(MailSession session, IProgressMonitor monitor) throws MailException {
        List<RemoteMailbox> all = session.mailboxes(monitor);
        mailboxes = all.stream().map(each -> Text.visible(String.join("/", each.path()))).toList();
        Optional<RemoteMailbox> first = inboxOf(all);
        if (first.isPresent()) {
            inbox = Optional.of(look(session, first.get().id(), monitor));
        }
    }

    /** Where none is the INBOX, the first that holds messages stands for it. */
    private static Optional<RemoteMailbox> inboxOf(List<RemoteMailbox> all) {
        return all.stream()
                .filter(RemoteMailbox::selectable)
                .min(Comparator.comparing(each -> each.role() != MailboxRole.INBOX));
    }

    private static Inbox look(MailSession session, String mailbox, IProgressMonitor monitor)
            throws MailException {
        Optional<CanPeek> peeking = session.capability(CanPeek.class);
        CanPeek.Glimpse seen =
                peeking.isPresent()
                        ? peeking.get().peek(mailbox, SUBJECTS, monitor)
                        : Tally.of(session, mailbox, SUBJECTS, monitor);
        List<String> subjects = seen.newest().stream().map(Look::subject).toList();
        return new Inbox(seen.messages(), seen.unseen(), subjects);
    }

    private static String subject(byte[] headers) {
        return Text.visible(Headers.read(headers).subject().orElse(""));
    }

    /** All of them, as paths; empty before the work was done. */
    List<String> mailboxes() {
        return mailboxes;
    }

    /** Empty when there is none, or before the work was done. */
    Optional<Inbox> inbox() {
        return inbox;
    }
}
