package org.postern.ui.internal.activity;

import org.postern.account.Account;
import org.postern.net.Posture;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;
import org.postern.ui.Services;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the status line says. */
record StatusSentence(String icon, String text) {

    static StatusSentence of(Services services) {
        List<Activity> now = services.activities().now();
        if (!now.isEmpty()) {
            return new StatusSentence("refresh", busy(services, now));
        }
        List<AccountState> states =
                services.accounts().all().stream()
                        .map(a -> services.engine().state(a.id()))
                        .toList();
        return states.isEmpty()
                ? new StatusSentence("offline-user", Messages.Status_noAccount)
                : states(states);
    }

    private static String busy(Services services, List<Activity> now) {
        Activity first = now.getFirst();
        Optional<Account> account = first.account().flatMap(services.accounts()::find);
        String text =
                Messages.bind(
                        Messages.Status_busy, account.map(Account::name).orElse(""), first.text());
        return now.size() == 1
                ? text
                : Messages.bind(Messages.Status_busyMore, text, String.valueOf(now.size() - 1));
    }

    private static StatusSentence states(List<AccountState> states) {
        long online = count(states, AccountState.Online.class);
        long clear = posture(states, p -> !p.security().isProtected());
        long waiting = states.stream().filter(s -> s.reason().isPresent()).count();
        String text =
                Counted.of(
                        states.size(),
                        Messages.Status_onlineOne,
                        Messages.Status_online,
                        online,
                        states.size());
        long pinned = posture(states, p -> p.security().isProtected() && !p.isConfidential());
        if (clear > 0) {
            text += " · " + Messages.bind(Messages.Status_clear, String.valueOf(clear));
        }
        if (waiting > 0) {
            text +=
                    " · "
                            + Counted.of(
                                    waiting,
                                    Messages.Status_attentionOne,
                                    Messages.Status_attention);
        }
        return new StatusSentence(icon(online, clear, pinned, waiting), text);
    }

    /** The least that is true of all. */
    private static String icon(long online, long clear, long pinned, long waiting) {
        if (waiting > 0) {
            return "warning";
        }
        if (online == 0) {
            return "offline-user";
        }
        return clear > 0 ? "lock-open" : pinned > 0 ? "lock-pinned" : "lock-closed";
    }

    private static long posture(List<AccountState> states, Predicate<Posture> wanted) {
        return states.stream()
                .filter(AccountState.Online.class::isInstance)
                .flatMap(s -> ((AccountState.Online) s).posture().stream())
                .filter(wanted)
                .count();
    }

    private static long count(List<AccountState> states, Class<?> type) {
        return states.stream().filter(type::isInstance).count();
    }
}
