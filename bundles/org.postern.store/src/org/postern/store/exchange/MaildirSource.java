package org.postern.store.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds Maildirs in a folder and below. */
public final class MaildirSource {

    private final Path folder;

    public MaildirSource(Path folder) {
        this.folder = folder;
    }

    /**
     * The mailboxes that are there; the folder itself, when it is one, under its own name.
     *
     * @throws IOException when something cannot be read; its message names it
     */
    public List<FoundMailbox> mailboxes() throws IOException {
        List<Path> found;
        try (var walk = Files.walk(folder)) {
            found = walk.filter(place -> Files.isDirectory(place.resolve("cur"))).sorted().toList();
        }
        List<FoundMailbox> mailboxes = new ArrayList<>();
        for (Path place : found) {
            mailboxes.add(new FoundMailbox(path(place), messages(place)));
        }
        return mailboxes;
    }

    private List<String> path(Path place) {
        List<String> names = new ArrayList<>();
        if (place.equals(folder)) {
            names.add(
                    FileNames.decode(folder.toAbsolutePath().normalize().getFileName().toString()));
        } else {
            folder.relativize(place).forEach(name -> names.add(FileNames.decode(name.toString())));
        }
        return names;
    }

    private static List<FoundMessage> messages(Path place) throws IOException {
        List<FoundMessage> messages = new ArrayList<>();
        for (String part : List.of("cur", "new")) {
            if (Files.isDirectory(place.resolve(part))) {
                messages(place.resolve(part), messages);
            }
        }
        return messages;
    }

    private static void messages(Path part, List<FoundMessage> messages) throws IOException {
        List<Path> files;
        try (var listed = Files.list(part)) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            messages.add(
                    new FoundMessage(
                            "maildir:" + MaildirFlags.unique(name),
                            MaildirFlags.read(name),
                            Files.getLastModifiedTime(file).toInstant(),
                            Files.size(file),
                            () -> Files.newInputStream(file)));
        }
    }
}
