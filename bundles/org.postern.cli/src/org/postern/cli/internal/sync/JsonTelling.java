package org.postern.cli.internal.sync;

import com.google.gson.JsonObject;

import org.postern.account.Account;
import org.postern.cli.Console;
import org.postern.cli.internal.Json;
import org.postern.core.AccountId;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;
import org.postern.sync.Progress;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** For programs: a line of JSON for each event, as {@code schema/sync-event.schema.json} says. */
final class JsonTelling implements Telling {

    /** For each account, unless it does something else than before. */
    private static final long TOLD_EVERY_NANOS = 1_000_000_000;

    private final Console console;
    private final Map<AccountId, Told> told = new HashMap<>();
    private Optional<IOException> gone = Optional.empty();

    private record Told(Activity.Kind kind, Optional<String> mailbox, long at) {
        boolean isOld(Activity now) {
            return kind != now.kind()
                    || !mailbox.equals(now.mailbox())
                    || System.nanoTime() - at > TOLD_EVERY_NANOS;
        }
    }

    JsonTelling(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void progress(List<Activity> now, List<Account> accounts) {
        for (Activity activity : now) {
            activity.account().ifPresent(account -> progress(account, activity));
        }
    }

    private void progress(AccountId account, Activity activity) {
        Told before = told.get(account);
        if (before == null || before.isOld(activity)) {
            told.put(account, new Told(activity.kind(), activity.mailbox(), System.nanoTime()));
            JsonObject json = event("progress");
            json.addProperty("account", account.value());
            json.addProperty("kind", activity.kind().name().toLowerCase(Locale.ROOT));
            activity.mailbox().ifPresent(name -> json.addProperty("mailbox", name));
            json.add("messages", amount(activity.messages()));
            json.add("bytes", amount(activity.bytes()));
            json.addProperty("text", activity.text());
            write(json);
        }
    }

    private static JsonObject amount(Progress progress) {
        JsonObject json = new JsonObject();
        json.addProperty("done", progress.done());
        if (progress.known()) {
            json.addProperty("total", progress.total());
        }
        return json;
    }

    @Override
    public synchronized void outcome(Outcome outcome) {
        JsonObject json = event("account");
        json.addProperty("account", outcome.account().id().value());
        json.addProperty("name", outcome.account().name());
        Json.result(outcome.exit()).asMap().forEach(json::add);
        json.addProperty("cause", outcome.cause());
        if (!outcome.sentence().isEmpty()) {
            json.addProperty("sentence", outcome.sentence());
        }
        json.addProperty("arrived", outcome.arrived());
        json.addProperty("missing", outcome.missing());
        json.addProperty("milliseconds", outcome.took().toMillis());
        write(json);
    }

    @Override
    public synchronized void backedOut(Account account, String sentence) {
        JsonObject json = event("backed-out");
        json.addProperty("account", account.id().value());
        json.addProperty("sentence", sentence);
        write(json);
    }

    @Override
    public synchronized void arrived(Account account, int messages) {
        JsonObject json = event("arrived");
        json.addProperty("account", account.id().value());
        json.addProperty("arrived", messages);
        write(json);
    }

    @Override
    public synchronized void state(Account account, AccountState state, String sentence) {
        JsonObject json = event("state");
        json.addProperty("account", account.id().value());
        json.addProperty("state", word(state));
        if (!sentence.isEmpty()) {
            json.addProperty("sentence", sentence);
        }
        if (state instanceof AccountState.WaitingForNetwork waiting) {
            json.addProperty("next", waiting.next().toString());
        }
        write(json);
    }

    private static String word(AccountState state) {
        return switch (state) {
            case AccountState.Connecting s -> "connecting";
            case AccountState.Online s -> "online";
            case AccountState.OfflineByUser s -> "offline";
            case AccountState.OfflineCannot s -> "cannot";
            case AccountState.WaitingForNetwork s -> "waiting-for-network";
            case AccountState.WaitingForPassword s -> "waiting-for-password";
            case AccountState.Idle s -> "idle";
        };
    }

    @Override
    public void problem(String sentence) {
        console.error(sentence);
    }

    @Override
    public int refused(int exit, String sentence) throws IOException {
        console.error(sentence);
        JsonObject json = event("end");
        Json.result(exit).asMap().forEach(json::add);
        json.addProperty("error", sentence);
        write(json);
        requireReader();
        return exit;
    }

    @Override
    public int end(int exit) throws IOException {
        JsonObject json = event("end");
        Json.result(exit).asMap().forEach(json::add);
        write(json);
        requireReader();
        return exit;
    }

    private synchronized void requireReader() throws IOException {
        if (gone.isPresent()) {
            throw gone.get();
        }
    }

    private static JsonObject event(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        return json;
    }

    /** Mail is brought even when nobody reads about it; the end tells. */
    private synchronized void write(JsonObject json) {
        try {
            console.data(Json.line(json));
        } catch (IOException e) {
            gone = Optional.of(e);
        }
    }
}
