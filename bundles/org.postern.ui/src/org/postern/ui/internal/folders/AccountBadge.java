package org.postern.ui.internal.folders;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.Diagnostician;
import org.postern.net.Posture;
import org.postern.sync.AccountState;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Dates;

import java.util.Optional;

/**
 * What stands beside an account's name: the truth about its connection.
 *
 * @param icon which lock or sign
 * @param tone how it is coloured
 * @param text a few words; empty when the icon says it all
 * @param tooltip the whole story
 */
public record AccountBadge(String icon, Tone tone, String text, String tooltip) {

    /** How good or bad the news is. */
    public enum Tone {
        SOUND,
        QUIET,
        CAUTION,
        ALARM
    }

    /**
     * The badge of an account in that state.
     *
     * @param exposed whether its settings let mail and password travel readable; a mark that lasts,
     *     whatever the state
     */
    public static AccountBadge of(
            Account account, AccountState state, boolean exposed, Diagnostician why) {
        AccountBadge badge = of(account, state, why);
        return exposed && !(state instanceof AccountState.Online) ? badge.exposed() : badge;
    }

    /** The same with a mark that nothing protects it, when there is a connection. */
    private AccountBadge exposed() {
        String words = text.isEmpty() ? "" : " · " + text;
        String first = tone == Tone.ALARM ? text + " · " + Messages.Badge_notProtected : "";
        return new AccountBadge(
                icon.equals("idle") ? "lock-open" : icon,
                tone == Tone.QUIET ? Tone.CAUTION : tone,
                first.isEmpty() ? Messages.Badge_notProtected + words : first,
                tooltip + "\n\n" + Messages.Badge_notProtectedTip);
    }

    private static AccountBadge of(Account account, AccountState state, Diagnostician why) {
        return switch (state) {
            case AccountState.Idle s ->
                    new AccountBadge("idle", Tone.QUIET, "", Messages.Badge_idleTip);
            case AccountState.Connecting s ->
                    new AccountBadge(
                            "connecting",
                            Tone.QUIET,
                            Messages.Badge_connecting,
                            Messages.Badge_connectingTip);
            case AccountState.Online s -> online(s.posture());
            case AccountState.OfflineByUser s ->
                    new AccountBadge(
                            "offline-user",
                            Tone.QUIET,
                            Messages.Badge_offline,
                            Messages.Badge_offlineTip);
            case AccountState.OfflineCannot s ->
                    failed("offline", Messages.Badge_cannot, account, s.failure(), why);
            case AccountState.WaitingForPassword s ->
                    failed("key", Messages.Badge_password, account, s.failure(), why);
            case AccountState.WaitingForNetwork s -> waiting(account, s, why);
        };
    }

    private static AccountBadge online(Optional<Posture> posture) {
        if (posture.isEmpty()) {
            return new AccountBadge("local", Tone.QUIET, "", Messages.Badge_localTip);
        }
        Posture protection = posture.get();
        if (!protection.security().isProtected()) {
            return new AccountBadge(
                    "lock-open",
                    Tone.CAUTION,
                    Messages.Badge_notProtected,
                    Messages.Badge_notProtectedTip);
        }
        String tip =
                Messages.bind(
                        Messages.Badge_protectedTip,
                        protection.protocol().orElse(""),
                        protection.cipherSuite().orElse(""));
        if (!protection.isConfidential()) {
            return new AccountBadge(
                    "lock-pinned",
                    Tone.CAUTION,
                    Messages.Badge_pinned,
                    tip + "\n\n" + Messages.Badge_pinnedTip);
        }
        return new AccountBadge("lock-closed", Tone.SOUND, "", tip);
    }

    private static AccountBadge failed(
            String icon, String text, Account account, Failure failure, Diagnostician why) {
        var diagnosis = why.diagnose(account, failure);
        String words = Messages.bind(text, diagnosis.brief());
        return new AccountBadge(
                icon, Tone.ALARM, words, diagnosis.meaning() + "\n\n" + diagnosis.advice());
    }

    private static AccountBadge waiting(
            Account account, AccountState.WaitingForNetwork state, Diagnostician why) {
        String again = Dates.here().time(state.next());
        return new AccountBadge(
                "waiting",
                Tone.CAUTION,
                Messages.bind(Messages.Badge_waiting, again),
                why.diagnose(account, state.failure()).meaning());
    }
}
