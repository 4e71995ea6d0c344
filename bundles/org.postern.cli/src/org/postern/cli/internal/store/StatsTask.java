package org.postern.cli.internal.store;

import com.google.gson.JsonObject;

import org.postern.account.Account;
import org.postern.cli.Arguments;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Json;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.PackedMailStore;
import org.postern.store.StoredMailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code postern store stats}: how much there is of what. */
final class StatsTask implements StoreCommand.Task {

    @Override
    public int run(StoreDesk desk, Arguments arguments)
            throws WrongUsage, IOException, MailException {
        List<Account> accounts = desk.accounts().some(arguments.rest());
        try (PackedMailStore store = desk.open()) {
            JsonObject json = new JsonObject();
            json.add("accounts", Json.array(accounts, account -> account(desk, store, account)));
            long bytes = size(desk.folders().mail());
            json.addProperty("bytes", bytes);
            desk.say().line("Store.size", desk.folders().mail(), bytes / 1_000_000.0);
            return desk.say().answer(ExitCode.SOUND, json);
        }
    }

    private static JsonObject account(StoreDesk desk, MailStore store, Account account) {
        desk.say().line("Store.account", account.name(), account.id());
        JsonObject json = new JsonObject();
        json.addProperty("account", account.id().value());
        json.addProperty("name", account.name());
        json.addProperty("waiting", store.intents(account.id()).size());
        json.add(
                "mailboxes",
                Json.array(store.mailboxes(account.id()), box -> mailbox(desk.say(), store, box)));
        return json;
    }

    private static JsonObject mailbox(Say say, MailStore store, StoredMailbox mailbox) {
        String path = String.join("/", mailbox.path());
        int missing = store.missing(mailbox.id()).size();
        say.line("Store.mailbox", path, mailbox.total(), mailbox.unread(), missing);
        JsonObject json = new JsonObject();
        json.addProperty("mailbox", path);
        json.addProperty("messages", mailbox.total());
        json.addProperty("unread", mailbox.unread());
        json.addProperty("missing", missing);
        return json;
    }

    private static long size(Path folder) throws IOException {
        long sum = 0;
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
