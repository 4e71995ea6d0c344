package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.CanGlance;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the counters of all mailboxes with those of their tokens. */
record Glancing(Dialogue dialogue, Features features) implements CanGlance {

    @Override
    public Listing mailboxes(Map<String, SyncToken> known, IProgressMonitor monitor)
            throws MailException {
        Map<String, ImapToken> tokens = tokens(known);
        MailboxList list = new MailboxList(dialogue, features);
        List<RemoteMailbox> all = dialogue.during(monitor, () -> list.ask(asked(tokens)));
        return new Listing(all, unchanged(all, tokens, list));
    }

    /** A token without its messages says all only where the server remembers what is gone. */
    private Map<String, ImapToken> tokens(Map<String, SyncToken> known) {
        Map<String, ImapToken> tokens = new HashMap<>();
        known.forEach(
                (id, token) ->
                        ImapToken.parse(token)
                                .filter(t -> t.told().isPresent() || features.resync())
                                .ifPresent(t -> tokens.put(id, t)));
        return tokens;
    }

    /** Those whose counters can prove anything: without mod-sequences, the empty ones alone. */
    private Set<String> asked(Map<String, ImapToken> tokens) {
        return tokens.entrySet().stream()
                .filter(e -> features.modSeq() || isEmpty(e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isEmpty(ImapToken token) {
        return token.told().filter(told -> told.isEmpty()).isPresent();
    }

    private static Set<String> unchanged(
            List<RemoteMailbox> all, Map<String, ImapToken> tokens, MailboxList list) {
        return all.stream()
                .filter(RemoteMailbox::selectable)
                .map(RemoteMailbox::id)
                .filter(tokens::containsKey)
                .filter(id -> list.standing(id).filter(s -> s.surelyIs(tokens.get(id))).isPresent())
                .collect(Collectors.toSet());
    }
}
