package org.postern.ui.internal.reading;

import org.eclipse.swt.widgets.Shell;
import org.postern.message.Attachment;
import org.postern.ui.internal.jobs.SaveAttachments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks where attachments are to go, and starts saving them. */
public final class AttachmentChooser {

    /** Who is asked; for the user interface's thread. */
    public interface Asker {

        /** Asks for a file, proposing a name; empty when the user does not want to. */
        Optional<Path> file(Shell shell, String name);

        /** Asks for a folder; empty when the user does not want to. */
        Optional<Path> folder(Shell shell);
    }

    private final Asker asker;

    /**
     * @param asker says where they go
     */
    public AttachmentChooser(Asker asker) {
        this.asker = asker;
    }

    /** Asks for a file when there is one, for a folder when there are more. */
    public void save(Shell shell, List<Attachment> attachments) {
        if (attachments.size() == 1) {
            saveOne(shell, attachments.getFirst());
        } else if (!attachments.isEmpty()) {
            saveAll(shell, attachments);
        }
    }

    /** Asks for a file. */
    void saveOne(Shell shell, Attachment attachment) {
        asker.file(shell, attachment.name())
                .ifPresent(file -> SaveAttachments.schedule(Map.of(file, attachment)));
    }

    /** Asks for a folder; files that are there already keep their names and their contents. */
    void saveAll(Shell shell, List<Attachment> attachments) {
        asker.folder(shell)
                .ifPresent(folder -> SaveAttachments.schedule(targets(folder, attachments)));
    }

    /** A free place in the folder for each. */
    static Map<Path, Attachment> targets(Path folder, List<Attachment> attachments) {
        Map<Path, Attachment> targets = new LinkedHashMap<>();
        for (Attachment attachment : attachments) {
            targets.put(free(folder, attachment.name(), targets), attachment);
        }
        return targets;
    }

    private static Path free(Path folder, String name, Map<Path, Attachment> taken) {
        Path target = folder.resolve(name);
        for (int n = 2; Files.exists(target) || taken.containsKey(target); n++) {
            target = folder.resolve(numbered(name, n));
        }
        return target;
    }

    private static String numbered(String name, int n) {
        int dot = name.lastIndexOf('.');
        String number = " (" + n + ")";
        return dot <= 0 ? name + number : name.substring(0, dot) + number + name.substring(dot);
    }
}
