package org.postern.cli.internal.store;

import com.google.gson.JsonObject;

import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.cli.Arguments;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Json;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.PackedMailStore;
import org.postern.store.StoreCheck;
import org.postern.store.StoreCheck.DamagedMessage;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code postern store verify}: reads everything, says what is damaged, and has it fetched again.
 */
final class VerifyTask implements StoreCommand.Task {

    @Override
    public int run(StoreDesk desk, Arguments arguments)
            throws WrongUsage, IOException, MailException {
        boolean repair = arguments.take("--repair");
        List<String> names = arguments.rest();
        List<Account> accounts = desk.accounts().some(names);
        Set<AccountId> only =
                names.isEmpty()
                        ? Set.of()
                        : accounts.stream().map(Account::id).collect(Collectors.toSet());
        return repair ? repair(desk, accounts, only) : look(desk, only);
    }

    private static int look(StoreDesk desk, Set<AccountId> only)
            throws WrongUsage, IOException, MailException {
        try (PackedMailStore store = desk.open()) {
            StoreCheck check = store.verify(only, desk.progress("Store.checking"));
            return tell(desk.say(), store, check, List.of());
        }
    }

    /** Afterwards the accounts that lack something are synchronised, once. */
    private static int repair(StoreDesk desk, List<Account> accounts, Set<AccountId> only)
            throws IOException, MailException, WrongUsage {
        desk.requireMail();
        try (Headless whole = desk.whole(accounts)) {
            whole.store().problems().forEach(desk.say()::problem);
            StoreCheck check = whole.store().verify(only, desk.progress("Store.checking"));
            return tell(desk.say(), whole.store(), check, fetch(desk, whole, accounts, check));
        }
    }

    private static List<DamagedMessage> fetch(
            StoreDesk desk, Headless whole, List<Account> accounts, StoreCheck check) {
        Set<AccountId> lacking =
                check.damaged().stream()
                        .filter(DamagedMessage::refetched)
                        .map(DamagedMessage::account)
                        .collect(Collectors.toSet());
        for (Account account : accounts) {
            if (lacking.contains(account.id())) {
                refresh(desk, whole, account);
            }
        }
        return check.damaged().stream().filter(message -> isWhole(whole.store(), message)).toList();
    }

    private static void refresh(StoreDesk desk, Headless whole, Account account) {
        try {
            desk.say().console().progress(account.name());
            whole.engine().refresh(account.id(), desk.monitor());
        } catch (MailException e) {
            String meaning = whole.doctor().diagnose(account, e.failure()).meaning();
            desk.say().problem(account.name() + ": " + meaning);
        } catch (OperationCanceledException e) {
            if (desk.monitor().isCanceled()) {
                throw e;
            }
            desk.say().problem(account.name());
        }
    }

    private static boolean isWhole(MailStore store, DamagedMessage message) {
        return message.refetched()
                && store.row(message.message()).filter(row -> row.complete()).isPresent();
    }

    private static int tell(
            Say say, MailStore store, StoreCheck check, List<DamagedMessage> fetched)
            throws IOException {
        for (DamagedMessage message : check.damaged()) {
            String fate = fate(message, fetched);
            say.line(
                    "Store.damaged." + fate,
                    message.account(),
                    mailbox(store, message),
                    message.subject());
        }
        check.repairs().forEach(sentence -> say.line("Store.sentence", sentence));
        if (check.damaged().isEmpty()) {
            check.losses().forEach(sentence -> say.line("Store.sentence", sentence));
        }
        int exit = exit(check);
        say.line("Store.verified." + exit, check.bodies(), check.bytes() / 1_000_000.0);
        return say.answer(exit, json(store, check, fetched));
    }

    private static int exit(StoreCheck check) {
        if (!check.losses().isEmpty()) {
            return ExitCode.FAILED;
        }
        return check.sound() ? ExitCode.SOUND : ExitCode.WARNING;
    }

    private static String fate(DamagedMessage message, List<DamagedMessage> fetched) {
        if (fetched.contains(message)) {
            return "repaired";
        }
        return message.refetched() ? "missing" : "lost";
    }

    private static String mailbox(MailStore store, DamagedMessage message) {
        return store.mailbox(message.mailbox())
                .map(mailbox -> String.join("/", mailbox.path()))
                .orElse("");
    }

    private static JsonObject json(
            MailStore store, StoreCheck check, List<DamagedMessage> fetched) {
        JsonObject json = new JsonObject();
        json.addProperty("messages", check.bodies());
        json.addProperty("bytes", check.bytes());
        json.add("damaged", Json.array(check.damaged(), m -> json(store, m, fate(m, fetched))));
        json.add("repairs", Json.strings(check.repairs()));
        json.add("losses", Json.strings(check.losses()));
        return json;
    }

    private static JsonObject json(MailStore store, DamagedMessage message, String fate) {
        JsonObject json = new JsonObject();
        json.addProperty("account", message.account().value());
        json.addProperty("mailbox", mailbox(store, message));
        json.addProperty("subject", message.subject());
        json.addProperty("fate", fate);
        return json;
    }
}
