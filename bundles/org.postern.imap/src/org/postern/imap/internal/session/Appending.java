package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Append;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.transport.CanAppend;
import org.postern.transport.RemoteId;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Uploads with APPEND, the bytes streamed. */
record Appending(Dialogue dialogue, Selector selector) implements CanAppend {

    @Override
    public Optional<RemoteId> append(
            String mailbox,
            Set<Flag> flags,
            Instant received,
            long size,
            InputStream message,
            IProgressMonitor monitor)
            throws MailException {
        Command command = Append.message(mailbox, flags, received, size, message);
        return dialogue.during(
                monitor,
                () -> {
                    selector.leaveReadOnly(mailbox);
                    return id(mailbox, dialogue.run(command, Listener.NOBODY));
                });
    }

    private Optional<RemoteId> id(String mailbox, Completion completion) throws MailException {
        if (completion.says("TRYCREATE") || completion.says("NONEXISTENT")) {
            throw new MailException(new Failure.NoSuchMailbox(MailboxNames.shown(mailbox)));
        }
        if (!completion.ok()) {
            throw new MailException(dialogue.failures().refused("APPEND", completion));
        }
        return completion.code().flatMap(Appending::id);
    }

    /** {@code APPENDUID 38505 3955} (RFC 4315 §3). */
    private static Optional<RemoteId> id(ResponseCode code) {
        String[] words = code.arguments().split(" +");
        boolean sound =
                code.name().equals("APPENDUID")
                        && words.length == 2
                        && words[1].matches("[0-9]{1,10}");
        return sound ? Optional.of(new RemoteId(words[1])) : Optional.empty();
    }
}
