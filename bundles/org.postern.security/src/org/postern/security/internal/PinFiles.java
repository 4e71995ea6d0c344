package org.postern.security.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with a file of known certificates for each account. One thread at a time. */
public final class PinFiles {

    private static final String SUFFIX = ".pins";

    private final Path folder;
    private final boolean readOnly;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param readOnly whether nothing in the folder is made, renamed or written
     */
    public PinFiles(Path folder, boolean readOnly) {
        this.folder = folder;
        this.readOnly = readOnly;
    }

    public boolean readOnly() {
        return readOnly;
    }

    /** Everything that can be read; a damaged file is put aside and reported. */
    public Map<AccountId, Map<Endpoint, Known>> load() throws MailException {
        Map<AccountId, Map<Endpoint, Known>> accounts = new HashMap<>();
        try {
            if (!readOnly) {
                AtomicFile.privateFolder(folder);
                AtomicFile.removeLeftovers(folder);
            }
            for (Path file : files()) {
                load(file, accounts);
            }
            return accounts;
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        return files;
    }

    private void load(Path file, Map<AccountId, Map<Endpoint, Known>> accounts) throws IOException {
        String name = file.getFileName().toString();
        try {
            AccountId account = new AccountId(name.substring(0, name.length() - SUFFIX.length()));
            accounts.put(account, new LinkedHashMap<>(PinText.read(Files.readAllBytes(file))));
        } catch (PinText.Unreadable | IllegalArgumentException e) {
            Path aside = readOnly ? file : AtomicFile.setAside(file, "damaged");
            problems.add(Messages.text("pins.damaged", file, e.getMessage(), aside.getFileName()));
        }
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Durable when it returns. */
    public void store(AccountId account, Map<Endpoint, Known> servers) throws MailException {
        requireWritable();
        try {
            AtomicFile.write(file(account), PinText.write(servers));
        } catch (IOException e) {
            throw failed(file(account), e);
        }
    }

    /** Durable when it returns. */
    public void remove(AccountId account) throws MailException {
        requireWritable();
        try {
            if (Files.deleteIfExists(file(account))) {
                AtomicFile.force(folder);
            }
        } catch (IOException e) {
            throw failed(file(account), e);
        }
    }

    private void requireWritable() throws MailException {
        if (readOnly) {
            throw new MailException(
                    new Failure.LocalStorage(folder.toString(), Messages.text("pins.readOnly")));
        }
    }

    private Path file(AccountId account) {
        return folder.resolve(account + SUFFIX);
    }

    private static MailException failed(Path file, IOException e) {
        return new MailException(new Failure.LocalStorage(file.toString(), e.toString()), e);
    }
}
