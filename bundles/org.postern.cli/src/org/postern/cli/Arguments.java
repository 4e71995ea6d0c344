package org.postern.cli;

import org.postern.cli.internal.Messages;
import org.postern.core.Text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words behind a command's name. A command takes the options that it knows and then the rest,
 * in which no option may be left. Options begin with two dashes and may stand anywhere; their value
 * is the next word, or follows an equals sign; after {@code --} nothing is an option. Not safe for
 * several threads.
 */
public final class Arguments {

    private static final String END = "--";

    private final List<String> words;
    private final List<String> behind;

    private Arguments(List<String> words, List<String> behind) {
        this.words = words;
        this.behind = behind;
    }

    /** These words, in this order. */
    public static Arguments of(List<String> words) {
        int end = words.indexOf(END);
        return end < 0
                ? new Arguments(new ArrayList<>(words), List.of())
                : new Arguments(
                        new ArrayList<>(words.subList(0, end)),
                        List.copyOf(words.subList(end + 1, words.size())));
    }

    /**
     * Takes a switch.
     *
     * @param option with its dashes
     * @return whether it was there
     */
    public boolean take(String option) {
        return words.remove(option);
    }

    /**
     * Takes an option with its value.
     *
     * @param option with its dashes
     * @return empty when it was not there
     * @throws WrongUsage when it has no value or is there twice
     */
    public Optional<String> takeValue(String option) throws WrongUsage {
        Optional<String> value = next(option);
        if (value.isPresent() && next(option).isPresent()) {
            throw new WrongUsage(Messages.format("Arguments.twice", option));
        }
        return value;
    }

    /**
     * Takes an option whose value is the path of a file or a folder.
     *
     * @param option with its dashes
     * @throws WrongUsage when it has no value, one that is no path, or is there twice
     */
    public Optional<Path> takePath(String option) throws WrongUsage {
        Optional<String> value = takeValue(option);
        return value.isPresent() ? Optional.of(path(value.get())) : Optional.empty();
    }

    /**
     * @throws WrongUsage when no file can have this name
     */
    public static Path path(String text) throws WrongUsage {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongUsage(Messages.format("Check.noPath", Text.visible(text)));
        }
    }

    private Optional<String> next(String option) throws WrongUsage {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(option + "=")) {
                return Optional.of(words.remove(i).substring(option.length() + 1));
            }
            if (words.get(i).equals(option)) {
                return Optional.of(valueAt(i, option));
            }
        }
        return Optional.empty();
    }

    private String valueAt(int position, String option) throws WrongUsage {
        words.remove(position);
        if (position == words.size() || isOption(words.get(position))) {
            throw new WrongUsage(Messages.format("Arguments.noValue", option));
        }
        return words.remove(position);
    }

    private static boolean isOption(String word) {
        return word.startsWith("--");
    }

    /** Takes the first word that is left, unless an option comes first. */
    public Optional<String> takeWord() {
        return words.isEmpty() || isOption(words.getFirst())
                ? Optional.empty()
                : Optional.of(words.removeFirst());
    }

    /**
     * What is left when all options are taken.
     *
     * @throws WrongUsage naming an option that nobody took
     */
    public List<String> rest() throws WrongUsage {
        for (String word : words) {
            if (isOption(word)) {
                // What stands behind the equals sign may be a secret.
                String name = word.split("=", 2)[0];
                throw new WrongUsage(Messages.format("Arguments.unknown", Text.visible(name)));
            }
        }
        List<String> rest = new ArrayList<>(words);
        rest.addAll(behind);
        return List.copyOf(rest);
    }
}
