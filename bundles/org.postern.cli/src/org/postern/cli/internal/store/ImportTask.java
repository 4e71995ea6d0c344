package org.postern.cli.internal.store;

import com.google.gson.JsonObject;

import org.postern.cli.Arguments;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.AccountChoice;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Messages;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.PackedMailStore;
import org.postern.store.StoredMailbox;
import org.postern.store.exchange.FoundMailbox;
import org.postern.store.exchange.FoundMessage;
import org.postern.store.exchange.MailImport;
import org.postern.store.exchange.MaildirSource;
import org.postern.store.exchange.MboxSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code postern store import}: takes Maildirs or mbox files into a mailbox of an account. */
final class ImportTask implements StoreCommand.Task {

    @Override
    public int run(StoreDesk desk, Arguments arguments)
            throws WrongUsage, IOException, MailException {
        Path from =
                arguments
                        .takePath("--from")
                        .orElseThrow(() -> new WrongUsage(Messages.format("Store.noFrom")));
        if (!Files.exists(from)) {
            throw new WrongUsage(Messages.format("Store.nothingThere", from));
        }
        Format format = Format.take(arguments);
        boolean upload = arguments.take("--upload");
        List<String> words = arguments.rest();
        if (words.size() != 1) {
            throw new WrongUsage(Messages.format("Store.oneTarget"));
        }
        if (upload) {
            return upload(desk, words.getFirst(), find(format, from));
        }
        try (PackedMailStore store = desk.open()) {
            Selection target = Selection.one(words.getFirst(), desk.accounts(), store);
            return take(desk, store, target, find(format, from));
        }
    }

    private static int upload(StoreDesk desk, String word, List<FoundMessage> found)
            throws IOException, MailException, WrongUsage {
        desk.requireMail();
        AccountChoice accounts = desk.accounts();
        try (Headless whole = desk.whole(accounts.accounts())) {
            Selection target = Selection.one(word, accounts, whole.store());
            StoredMailbox mailbox = mailbox(target);
            Optional<Failure> failure =
                    new Upload(whole, target.account(), desk.progress("Store.importing"))
                            .put(mailbox.id(), found);
            failure.ifPresent(why -> desk.say().problem(notSent(whole, target, why)));
            return told(
                    desk.say(),
                    failure.isPresent() ? ExitCode.WARNING : ExitCode.SOUND,
                    target,
                    mailbox,
                    found.size(),
                    0);
        }
    }

    private static String notSent(Headless whole, Selection target, Failure failure) {
        String why = whole.doctor().diagnose(target.account(), failure).meaning();
        return Messages.format("Store.notSent", target.account().name(), why);
    }

    private static List<FoundMessage> find(Format format, Path from)
            throws IOException, WrongUsage {
        List<FoundMailbox> found =
                switch (format) {
                    case MAILDIR -> new MaildirSource(from).mailboxes();
                    case MBOX -> new MboxSource(from).mailboxes();
                };
        if (found.isEmpty()) {
            throw new WrongUsage(Messages.format("Store.nothingFound", from));
        }
        List<FoundMessage> all = new ArrayList<>();
        found.forEach(mailbox -> all.addAll(mailbox.messages()));
        return all;
    }

    private static int take(
            StoreDesk desk, MailStore store, Selection target, List<FoundMessage> found)
            throws IOException, MailException, WrongUsage {
        StoredMailbox mailbox = mailbox(target);
        int taken =
                new MailImport(store, Listed::of)
                        .into(mailbox.id(), found, desk.progress("Store.importing"));
        return told(desk.say(), ExitCode.SOUND, target, mailbox, taken, found.size() - taken);
    }

    private static int told(
            Say say, int exit, Selection target, StoredMailbox mailbox, int taken, int known)
            throws IOException {
        String path = String.join("/", mailbox.path());
        say.line("Store.imported", target.account().name(), path, taken, known);
        JsonObject json = new JsonObject();
        json.addProperty("account", target.account().id().value());
        json.addProperty("mailbox", path);
        json.addProperty("messages", taken);
        json.addProperty("known", known);
        return say.answer(exit, json);
    }

    /** The one that is named; else the inbox. */
    private static StoredMailbox mailbox(Selection target) throws WrongUsage {
        return target.mailboxes().stream()
                .filter(box -> !target.whole() || box.role() == MailboxRole.INBOX)
                .filter(StoredMailbox::selectable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new WrongUsage(
                                        Messages.format("Store.noInbox", target.account().name())));
    }
}
