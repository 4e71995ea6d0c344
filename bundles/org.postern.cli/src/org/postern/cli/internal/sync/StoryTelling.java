package org.postern.cli.internal.sync;

import org.postern.account.Account;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.Messages;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;

import java.util.List;
import java.util.Optional;

/** For people: a line for each account, and on a terminal what is under way. */
final class StoryTelling implements Telling {

    private static final long SHOWN_EVERY_NANOS = 200_000_000;

    private final Console console;
    private long shown;

    StoryTelling(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void progress(List<Activity> now, List<Account> accounts) {
        if (now.isEmpty() || System.nanoTime() - shown > SHOWN_EVERY_NANOS) {
            shown = System.nanoTime();
            console.progress(line(now, accounts));
        }
    }

    private static String line(List<Activity> now, List<Account> accounts) {
        if (now.isEmpty()) {
            return "";
        }
        Activity first = now.getFirst();
        String name =
                accounts.stream()
                        .filter(account -> first.account().equals(Optional.of(account.id())))
                        .map(Account::name)
                        .findFirst()
                        .orElse("");
        String text = Messages.format("Sync.busy", name, first.text());
        return now.size() == 1 ? text : Messages.format("Sync.busyMore", text, now.size() - 1);
    }

    @Override
    public void outcome(Outcome outcome) {
        String name = outcome.account().name();
        double seconds = outcome.took().toMillis() / 1000.0;
        if (outcome.exit() == ExitCode.FAILED) {
            console.line(Messages.format("Sync.failed", name, outcome.cause(), outcome.sentence()));
            return;
        }
        String key = outcome.exit() == ExitCode.SOUND ? "Sync.done" : "Sync.doneBut";
        console.line(Messages.format(key, name, outcome.arrived(), seconds, outcome.cause()));
        if (outcome.missing() > 0) {
            console.line(Messages.format("Sync.missing", name, outcome.missing()));
        }
    }

    @Override
    public void backedOut(Account account, String sentence) {
        console.line(Messages.format("Sync.backedOut", account.name(), sentence));
    }

    @Override
    public void arrived(Account account, int messages) {
        console.line(Messages.format("Sync.arrived", account.name(), messages));
    }

    @Override
    public void state(Account account, AccountState state, String sentence) {
        if (!sentence.isEmpty()) {
            console.line(Messages.format("Sync.state", account.name(), sentence));
        }
    }

    @Override
    public void problem(String sentence) {
        console.error(sentence);
    }

    @Override
    public int refused(int exit, String sentence) {
        console.error(sentence);
        return exit;
    }

    @Override
    public int end(int exit) {
        console.progress("");
        return exit;
    }
}
