package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.wire.UidSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the verbs share: a set of messages becomes several commands, of which none may fail. */
final class Verb {

    private static final int STEP = 1000;
    private static final int DEPTH = 3;

    private final Dialogue dialogue;

    Verb(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /**
     * Sends one command for every piece of the set.
     *
     * @throws MailException for the first that the server refused, after all were answered. That a
     *     message is gone already (RFC 5530, EXPUNGEISSUED) is no refusal
     */
    List<Completion> each(UidSet uids, Function<UidSet, Command> command)
            throws IOException, MailException {
        List<Completion> done = new ArrayList<>();
        List<MailException> refusals = new ArrayList<>();
        dialogue.pipeline(
                commands(uids, command),
                DEPTH,
                Listener.NOBODY,
                (sent, completion) -> {
                    done.add(completion);
                    refusal(sent, completion).ifPresent(refusals::add);
                });
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
        return done;
    }

    private static Iterator<Command> commands(UidSet uids, Function<UidSet, Command> command) {
        List<Command> commands = new ArrayList<>();
        uids.newestFirst(STEP, STEP).forEachRemaining(piece -> commands.add(command.apply(piece)));
        return commands.iterator();
    }

    private Optional<MailException> refusal(Command sent, Completion completion) {
        if (completion.ok() || completion.says("EXPUNGEISSUED")) {
            return Optional.empty();
        }
        return Optional.of(new MailException(dialogue.failures().refused(sent.name(), completion)));
    }
}
