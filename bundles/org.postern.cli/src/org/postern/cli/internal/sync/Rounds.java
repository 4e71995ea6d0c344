package org.postern.cli.internal.sync;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Weakness;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.diagnosis.Diagnosis;
import org.postern.sync.AccountState;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** One round for each account, all at the same time, so that a slow one delays nobody. */
final class Rounds {

    private final Headless whole;
    private final List<Account> accounts;
    private final Telling telling;
    private final IProgressMonitor monitor;
    private final Map<AccountId, Failure> refused = new ConcurrentHashMap<>();

    Rounds(Headless whole, List<Account> accounts, Telling telling, IProgressMonitor monitor) {
        this.whole = whole;
        this.accounts = accounts;
        this.telling = telling;
        this.monitor = monitor;
    }

    /**
     * @return the worst exit code
     * @throws OperationCanceledException when it was cancelled; everything has ended then
     */
    int run() {
        try (Follower follower = new Follower(whole, accounts, telling, refused)) {
            List<CompletableFuture<Outcome>> rounds =
                    accounts.stream().map(account -> begin(account, follower)).toList();
            int worst = ExitCode.SOUND;
            for (CompletableFuture<Outcome> round : rounds) {
                worst = Math.max(worst, round.join().exit());
            }
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            return worst;
        }
    }

    private CompletableFuture<Outcome> begin(Account account, Follower follower) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("sync " + account.id())
                .start(() -> outcome.complete(round(account, follower)));
        return outcome;
    }

    private Outcome round(Account account, Follower follower) {
        long start = System.nanoTime();
        Verdict verdict = judged(account);
        Outcome outcome =
                new Outcome(
                        account,
                        verdict.exit(),
                        verdict.cause(),
                        verdict.sentence(),
                        follower.arrived(account.id()),
                        missing(account),
                        Duration.ofNanos(System.nanoTime() - start));
        if (!monitor.isCanceled()) {
            telling.outcome(outcome);
        }
        return outcome;
    }

    private record Verdict(int exit, String cause, String sentence) {}

    private Verdict judged(Account account) {
        try {
            refresh(account);
        } catch (MailException e) {
            return failed(account, e.failure());
        } catch (OperationCanceledException e) {
            return new Verdict(ExitCode.FAILED, "cancelled", "");
        }
        AccountState state = whole.engine().state(account.id());
        if (state.reason().isPresent()) {
            return failed(account, state.reason().get());
        }
        Optional<String> weakness =
                state instanceof AccountState.Online online
                        ? online.posture().flatMap(Weakness::of)
                        : Optional.empty();
        if (refused.containsKey(account.id())) {
            return new Verdict(ExitCode.WARNING, Outcome.BACKED_OUT, "");
        }
        return weakness.map(id -> new Verdict(ExitCode.WARNING, id, ""))
                .orElse(new Verdict(ExitCode.SOUND, Outcome.SOUND, ""));
    }

    /** Whoever asks for it wants it tried again, whatever was the matter the last time. */
    private void refresh(Account account) throws MailException {
        if (whole.engine().state(account.id()).reason().isPresent()) {
            whole.engine().goOnline(account.id());
        }
        whole.engine().refresh(account.id(), monitor);
    }

    private Verdict failed(Account account, Failure failure) {
        try {
            Diagnosis found = whole.doctor().explain(account, failure, monitor);
            String sentence = found.seen() + " " + found.meaning() + " " + found.advice();
            return new Verdict(ExitCode.FAILED, found.cause(), sentence.strip());
        } catch (OperationCanceledException e) {
            return new Verdict(ExitCode.FAILED, "cancelled", "");
        }
    }

    private int missing(Account account) {
        return whole.store().mailboxes(account.id()).stream()
                .mapToInt(mailbox -> whole.store().missing(mailbox.id()).size())
                .sum();
    }
}
