package org.postern.store.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds mbox files ({@code *.mbox}) in a folder and below, or reads one file. */
public final class MboxSource {

    static final String SUFFIX = ".mbox";

    private final Path place;

    public MboxSource(Path place) {
        this.place = place;
    }

    /**
     * The mailboxes that are there.
     *
     * @throws IOException when something cannot be read; its message names it
     */
    public List<FoundMailbox> mailboxes() throws IOException {
        List<FoundMailbox> mailboxes = new ArrayList<>();
        for (Path file : files()) {
            mailboxes.add(new FoundMailbox(path(file), new MboxScan(file).messages()));
        }
        return mailboxes;
    }

    private List<Path> files() throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (var walk = Files.walk(place)) {
            return walk.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private List<String> path(Path file) {
        List<String> names = new ArrayList<>();
        Path relative = file.equals(place) ? file.getFileName() : place.relativize(file);
        relative.forEach(name -> names.add(FileNames.decode(name.toString())));
        String last = relative.getFileName().toString();
        String name =
                last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
        names.set(names.size() - 1, FileNames.decode(name));
        return names;
    }
}
