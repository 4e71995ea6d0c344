package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Copies or moves messages to another mailbox and reads what became of them from COPYUID. */
final class Transfer {

    private static final int STEP = 500;

    private final Dialogue dialogue;
    private final String target;
    private final Map<RemoteId, RemoteId> copies = new HashMap<>();

    Transfer(Dialogue dialogue, String target) {
        this.dialogue = dialogue;
        this.target = target;
    }

    Map<RemoteId, RemoteId> run(UidSet uids, Function<UidSet, Command> command)
            throws IOException, MailException {
        Iterator<UidSet> pieces = uids.newestFirst(STEP, STEP);
        while (pieces.hasNext()) {
            UidSet piece = pieces.next();
            Command sent = command.apply(piece);
            judge(sent, dialogue.run(sent, response -> heard(response, piece)), piece);
        }
        return Map.copyOf(copies);
    }

    /** MOVE tells it before the end (RFC 6851 §4.3). */
    private boolean heard(Response response, UidSet piece) {
        if (response instanceof Condition condition) {
            take(condition.code(), piece);
        }
        return false;
    }

    private void judge(Command command, Completion completion, UidSet piece) throws MailException {
        if (completion.ok()) {
            take(completion.code(), piece);
        } else if (completion.says("TRYCREATE") || completion.says("NONEXISTENT")) {
            throw new MailException(new Failure.NoSuchMailbox(MailboxNames.shown(target)));
        } else if (!completion.says("EXPUNGEISSUED")) {
            throw new MailException(dialogue.failures().refused(command.name(), completion));
        }
    }

    private void take(Optional<ResponseCode> code, UidSet piece) {
        code.filter(c -> c.name().equals("COPYUID"))
                .ifPresent(c -> copies.putAll(CopyUid.pairs(c.arguments(), piece)));
    }
}
