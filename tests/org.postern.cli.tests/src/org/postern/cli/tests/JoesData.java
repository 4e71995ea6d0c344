package org.postern.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.cli.DataFolders;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.store.StoreCommand;
import org.postern.core.AccountId;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.testing.TestCa;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A data folder with accounts of Joe's. */
final class JoesData {

    private final Path folder;

    JoesData(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder.resolve("authorities"));
        TestCa.shared().writeRoot(folder.resolve("authorities/test.pem"));
    }

    DataFolders folders() {
        return new DataFolders(folder);
    }

    /** Stores an account that looks only when it is told to. */
    Account account(String id, String name, String transport, int port) throws Exception {
        return account(
                id,
                name,
                new ServerSettings(
                        transport,
                        "localhost",
                        Optional.of(new Port(port)),
                        "joe",
                        Authentication.PASSWORD,
                        transport.endsWith("s") ? Security.TLS : Security.NONE));
    }

    Account account(String id, String name, ServerSettings settings) throws Exception {
        SyncOptions never = new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 14);
        Account account = new Account(new AccountId(id), name, List.of(), settings, never);
        AccountFolder.open(folders().accounts()).save(account);
        return account;
    }

    Headless open(Account... accounts) throws Exception {
        return Headless.open(
                folders(),
                Terminal.INSTALLED,
                FakeCredentials.of(JoesServer.PASSWORD),
                List.of(accounts));
    }

    void fetch(Account account) throws Exception {
        try (Headless whole = open(account)) {
            whole.engine().refresh(account.id(), new NullProgressMonitor());
        }
    }

    /** {@code postern store} in this folder. */
    Terminal store(String... words) throws Exception {
        StoreCommand command =
                new StoreCommand(
                        Terminal.INSTALLED, secrets -> FakeCredentials.of(JoesServer.PASSWORD));
        return Terminal.run(command, UTF_8, "", words(words));
    }

    String[] words(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return all.toArray(String[]::new);
    }

    /** Changes a bit of the last byte of what is stored. */
    void damage() throws Exception {
        try (var packs = Files.list(folders().mail().resolve("packs"))) {
            Path last =
                    packs.filter(pack -> pack.toFile().length() > 20).sorted().toList().getLast();
            try (RandomAccessFile file = new RandomAccessFile(last.toFile(), "rw")) {
                file.seek(file.length() - 1);
                int old = file.read();
                file.seek(file.length() - 1);
                file.write(old ^ 1);
            }
        }
    }
}
