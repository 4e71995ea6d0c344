package org.postern.bench;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.AccountFolder;
import org.postern.search.IndexedMailSearch;
import org.postern.search.MailSearch;
import org.postern.search.MailSearch.Order;
import org.postern.search.Query;
import org.postern.store.MailboxId;
import org.postern.store.PackedMailStore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The newest fifty of what is found, while mail comes in and is indexed. */
final class Querying {

    private static final int ROUNDS = 40;
    private static final int SHOWN = 50;
    private static final int ARRIVING = 20;

    private static final List<String> ASKED =
            List.of(
                    "linux",
                    "free money",
                    "\"mailing list\"",
                    "from:yahoo.com",
                    "subject:re kernel",
                    "has:attachment the",
                    "is:unread java OR perl",
                    "spam -list after:2020-02",
                    "serv*",
                    "is:unread",
                    "");

    private final MailMaker maker;
    private final int messages;
    private final Folders folders;

    Querying(Corpus corpus, int messages, Folders folders) {
        this.maker = new MailMaker(corpus);
        this.messages = messages;
        this.folders = folders;
    }

    List<Row> rows() throws Exception {
        Path folder = folders.fresh();
        FilledStore.in(folder, maker, messages, false);
        IndexOnce.main(new String[] {folder.toString()});
        try (PackedMailStore store = PackedMailStore.open(folder.resolve("mail"));
                MailSearch search =
                        IndexedMailSearch.open(
                                store,
                                AccountFolder.open(folder.resolve("accounts")),
                                folder.resolve("index"))) {
            double first = asked(search, "money");
            double[] seconds = whileIndexing(store, search);
            String what = "newest " + SHOWN + " of " + messages + ", while indexing, ";
            return List.of(
                    new Row("first query after opening", "a bar", first, 0.150, 1),
                    new Row(what + "median", "a bar", new Timing(seconds).median(), 0.010, 1),
                    new Row(what + "95 of 100", "a bar", percentile(seconds), 0.020, 1));
        }
    }

    private double[] whileIndexing(PackedMailStore store, MailSearch search) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        MailboxId inbox = FilledStore.inbox(store);
        List<Exception> failures = new ArrayList<>();
        Thread arrivals = Thread.ofPlatform().start(() -> arrive(store, inbox, enough, failures));
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String query : ASKED) {
                seconds.add(asked(search, query));
            }
        }
        enough.set(true);
        arrivals.join();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return seconds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void arrive(
            PackedMailStore store,
            MailboxId inbox,
            AtomicBoolean enough,
            List<Exception> failures) {
        try {
            for (int from = messages; !enough.get(); from += ARRIVING) {
                FilledStore.part(store, inbox, maker, from, from + ARRIVING);
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private static double asked(MailSearch search, String text) throws Exception {
        Query query = Query.parse(text);
        return Timing.once(
                () -> search.find(query, Order.NEWEST, 0, SHOWN, new NullProgressMonitor()));
    }

    private static double percentile(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 95 / 100];
    }
}
