package org.postern.bench;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.AccountFolder;
import org.postern.search.IndexedMailSearch;
import org.postern.store.PackedMailStore;

import java.nio.file.Path;

/** A process that makes the index of a store anew, and ends. Argument: the folder of both. */
public final class IndexOnce {

    private IndexOnce() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (PackedMailStore store = PackedMailStore.open(folder.resolve("mail"));
                IndexedMailSearch search =
                        IndexedMailSearch.open(
                                store,
                                AccountFolder.open(folder.resolve("accounts")),
                                folder.resolve("index"))) {
            search.await(new NullProgressMonitor());
            System.out.println(search.progress().indexed());
        }
    }
}
