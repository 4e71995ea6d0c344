package org.postern.cli.internal.search;

import org.postern.cli.Console;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Messages;
import org.postern.core.Text;
import org.postern.search.Hit;
import org.postern.search.Page;
import org.postern.search.Snippet;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Two or three lines for each message. */
record FoundStory(Headless whole, Console console) implements Found {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public void hit(Hit hit, Optional<Snippet> snippet) {
        MessageRow row = hit.row();
        String from = row.from().name().isEmpty() ? row.from().address() : row.from().name();
        console.line(
                Messages.format(
                        "Search.hit",
                        row.date().atZone(ZoneId.systemDefault()).format(DATE),
                        Text.visible(from),
                        Text.visible(row.subject())));
        console.line("    " + place(row));
        snippet.ifPresent(shown -> console.line("    " + Text.visible(shown.text())));
    }

    private String place(MessageRow row) {
        Optional<StoredMailbox> mailbox = whole.store().mailbox(row.mailbox());
        String account =
                mailbox.flatMap(found -> whole.account(found.account()))
                        .map(found -> found.name())
                        .orElse("");
        String path = mailbox.map(found -> String.join("/", found.path())).orElse("");
        return Text.visible(account + "/" + path);
    }

    @Override
    public void end(Page page) {
        console.line(Messages.format("Search.total", page.total(), page.hits().size()));
    }
}
