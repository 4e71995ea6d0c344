package org.postern.cli.internal.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.postern.cli.Arguments;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.AtomicFile;
import org.postern.core.MailException;
import org.postern.store.MailReader;
import org.postern.store.PackedMailStore;
import org.postern.store.exchange.ExportReport;
import org.postern.store.exchange.FileNames;
import org.postern.store.exchange.MaildirExport;
import org.postern.store.exchange.MboxExport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code postern store export}: writes mail as Maildirs or mbox files, byte for byte. */
final class ExportTask implements StoreCommand.Task {

    @Override
    public int run(StoreDesk desk, Arguments arguments)
            throws WrongUsage, IOException, MailException {
        Path to =
                arguments
                        .takePath("--to")
                        .orElseThrow(() -> new WrongUsage(Messages.format("Store.noTo")));
        Format format = Format.take(arguments);
        List<String> words = arguments.rest();
        try (PackedMailStore store = desk.open()) {
            List<Selection> chosen = Selection.of(words, desk.accounts(), store);
            return isFile(format, to, chosen)
                    ? toFile(desk, store, chosen, to)
                    : toFolder(desk, store, chosen, format, to);
        }
    }

    /** One mailbox can go to a file; a folder takes anything. */
    private static boolean isFile(Format format, Path to, List<Selection> chosen)
            throws WrongUsage {
        boolean file =
                format == Format.MBOX && to.toString().endsWith(".mbox") && !Files.isDirectory(to);
        if (file && (chosen.size() != 1 || chosen.getFirst().mailboxes().size() != 1)) {
            throw new WrongUsage(Messages.format("Store.oneMailbox", to));
        }
        return file;
    }

    private static int toFile(StoreDesk desk, MailReader store, List<Selection> chosen, Path file)
            throws IOException, MailException {
        Selection one = chosen.getFirst();
        ExportReport report =
                MboxExport.toFile(store, file)
                        .run(one.mailboxes(), desk.progress("Store.exporting"));
        JsonArray accounts = new JsonArray();
        accounts.add(told(desk.say(), one, report, file));
        return end(desk.say(), report.missing(), accounts);
    }

    private static int toFolder(
            StoreDesk desk, MailReader store, List<Selection> chosen, Format format, Path folder)
            throws IOException, MailException {
        int missing = 0;
        JsonArray accounts = new JsonArray();
        for (Selection one : chosen) {
            Path own = folder.resolve(FileNames.encode(one.account().name()));
            AtomicFile.privateFolder(own);
            ExportReport report = export(desk, store, one, format, own);
            missing += report.missing();
            accounts.add(told(desk.say(), one, report, own));
        }
        return end(desk.say(), missing, accounts);
    }

    private static ExportReport export(
            StoreDesk desk, MailReader store, Selection one, Format format, Path folder)
            throws IOException, MailException {
        var progress = desk.progress("Store.exporting");
        return switch (format) {
            case MAILDIR -> new MaildirExport(store, folder).run(one.mailboxes(), progress);
            case MBOX -> new MboxExport(store, folder).run(one.mailboxes(), progress);
        };
    }

    private static JsonObject told(Say say, Selection one, ExportReport report, Path to) {
        say.line(
                "Store.exported",
                one.account().name(),
                report.messages(),
                one.mailboxes().size(),
                to);
        if (report.missing() > 0) {
            say.line("Store.exportMissing", one.account().name(), report.missing());
        }
        JsonObject json = new JsonObject();
        json.addProperty("account", one.account().id().value());
        json.addProperty("mailboxes", one.mailboxes().size());
        json.addProperty("messages", report.messages());
        json.addProperty("missing", report.missing());
        json.addProperty("place", to.toString());
        return json;
    }

    private static int end(Say say, int missing, JsonArray accounts) throws IOException {
        JsonObject json = new JsonObject();
        json.add("accounts", accounts);
        return say.answer(missing > 0 ? ExitCode.WARNING : ExitCode.SOUND, json);
    }
}
