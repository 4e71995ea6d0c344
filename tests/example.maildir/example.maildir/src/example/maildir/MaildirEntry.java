package example.maildir;

import org.postern.core.Flag;
import org.postern.transport.RemoteId;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message file: its name is a unique part and, behind {@code :2,}, a letter for each flag.
 *
 * @param file where it lies now; renaming it changes its flags
 */
record MaildirEntry(Path file, RemoteId id, Set<Flag> flags) {

    private static final String INFO = ":2,";
    private static final Map<Flag, Character> LETTERS =
            Map.of(
                    Flag.DRAFT, 'D',
                    Flag.FLAGGED, 'F',
                    Flag.FORWARDED, 'P',
                    Flag.ANSWERED, 'R',
                    Flag.SEEN, 'S',
                    Flag.DELETED, 'T');

    static MaildirEntry of(Path file) {
        String name = file.getFileName().toString();
        int info = name.indexOf(INFO);
        String unique = info < 0 ? name : name.substring(0, info);
        return new MaildirEntry(
                file,
                new RemoteId(unique),
                flags(info < 0 ? "" : name.substring(info + INFO.length())));
    }

    static Set<Flag> flags(String letters) {
        return Arrays.stream(Flag.values())
                .filter(flag -> letters.indexOf(LETTERS.get(flag)) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
    }

    /** In the order of the alphabet, as the format wants it. */
    static String letters(Set<Flag> flags) {
        return flags.stream()
                .map(LETTERS::get)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    String letters() {
        return letters(flags);
    }

    /** The file's name with other flags. */
    String nameWith(Set<Flag> newFlags) {
        return id.value() + INFO + letters(newFlags);
    }
}
