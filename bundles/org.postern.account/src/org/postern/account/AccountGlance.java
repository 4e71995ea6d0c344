package org.postern.account;

import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts of a folder that another program may have open: read once, and nothing in the folder
 * is made, renamed or removed.
 *
 * @param accounts those that could be read, by file name
 * @param damaged files that could not; they stay where they are
 */
public record AccountGlance(List<Account> accounts, List<DamagedAccount> damaged) {

    public AccountGlance {
        accounts = List.copyOf(accounts);
        damaged = List.copyOf(damaged);
    }

    /**
     * @param folder where it is not there, there are no accounts
     * @throws MailException with {@link Failure.LocalStorage} when the folder itself cannot be read
     */
    public static AccountGlance at(Path folder) throws MailException {
        List<Account> accounts = new ArrayList<>();
        List<DamagedAccount> damaged = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                accounts.add(AccountText.read(Files.readAllBytes(file)).account());
            } catch (UnreadableAccount e) {
                damaged.add(new DamagedAccount(file, e.getMessage()));
            } catch (IOException e) {
                String reason = Messages.format("file.unreadable", e.toString());
                damaged.add(new DamagedAccount(file, reason));
            }
        }
        return new AccountGlance(accounts, damaged);
    }

    private static List<Path> files(Path folder) throws MailException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (var found = Files.newDirectoryStream(folder, "*" + AccountFolder.SUFFIX)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new MailException(new Failure.LocalStorage(folder.toString(), e.toString()), e);
        }
        files.sort(null);
        return files;
    }
}
