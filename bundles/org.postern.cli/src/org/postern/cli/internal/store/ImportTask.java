package org.postern.cli.internal.store;

import com.google.gson.JsonObject;

import org.postern.cli.Arguments;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
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
        List<String> words = arguments.rest();
        if (words.size() != 1) {
            throw new WrongUsage(Messages.format("Store.oneTarget"));
        }
        try (PackedMailStore store = desk.open()) {
            Selection target = Selection.one(words.getFirst(), desk.accounts(), store);
            return take(desk, store, target, find(format, from));
        }
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
        String path = String.join("/", mailbox.path());
        int known = found.size() - taken;
        desk.say().line("Store.imported", target.account().name(), path, taken, known);
        JsonObject json = new JsonObject();
        json.addProperty("account", target.account().id().value());
        json.addProperty("mailbox", path);
        json.addProperty("messages", taken);
        json.addProperty("known", known);
        return desk.say().answer(ExitCode.SOUND, json);
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
