package org.postern.ui.internal.move;

import org.postern.core.AccountId;
import org.postern.store.StoredMailbox;
import org.postern.ui.internal.preferences.MailPreferences;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the user put messages lately, kept for each account from one start to the next. */
final class RecentTargets {

    private static final int MOST = 5;
    private static final String KEY = "move.recent.";

    /** No transport has it in an id of a mailbox. */
    private static final String BETWEEN = "\n";

    private RecentTargets() {}

    /** Their remote ids, the last one first. */
    static List<String> of(AccountId account) {
        String stored = MailPreferences.store().getString(KEY + account.value());
        return Arrays.stream(stored.split(BETWEEN)).filter(id -> !id.isEmpty()).toList();
    }

    /** This one was chosen now. */
    static void remember(StoredMailbox target) {
        Stream<String> others =
                of(target.account()).stream().filter(id -> !id.equals(target.remoteId()));
        List<String> ids = Stream.concat(Stream.of(target.remoteId()), others).limit(MOST).toList();
        MailPreferences.store().setValue(KEY + target.account().value(), String.join(BETWEEN, ids));
    }
}
