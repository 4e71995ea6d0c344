package org.postern.pop3.internal;

import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The set of unique ids that were seen, which is all that a maildrop's state is. */
final class UidlToken {

    private static final String VERSION = "pop1";

    private UidlToken() {}

    static SyncToken of(Collection<RemoteId> ids) {
        return new SyncToken(
                ids.stream()
                        .map(RemoteId::value)
                        .collect(Collectors.joining(" ", VERSION + " ", "")));
    }

    /**
     * @return empty when the token is not one of ours
     */
    static Optional<Set<RemoteId>> read(SyncToken token) {
        String[] words = token.value().split(" ", -1);
        if (!words[0].equals(VERSION)) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(words)
                        .skip(1)
                        .filter(word -> !word.isEmpty())
                        .map(RemoteId::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
