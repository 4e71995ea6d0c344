package org.postern.account;

import org.postern.core.KeyedText;
import org.postern.core.Text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of an account file, read by name; remembers which ones nobody asked for. */
final class Entries {

    private final Map<String, String> pairs;
    private final Set<String> touched = new HashSet<>();

    private Entries(Map<String, String> pairs) {
        this.pairs = pairs;
    }

    static Entries of(byte[] bytes) throws UnreadableAccount {
        try {
            return new Entries(KeyedText.read(bytes));
        } catch (KeyedText.Malformed e) {
            throw new UnreadableAccount(Messages.format("file.line", e.line(), e.getMessage()));
        }
    }

    boolean has(String key) {
        return pairs.containsKey(key);
    }

    String required(String key) throws UnreadableAccount {
        touched.add(key);
        String value = pairs.get(key);
        if (value == null) {
            throw new UnreadableAccount(Messages.format("file.missing", key));
        }
        return value;
    }

    String optional(String key, String fallback) {
        touched.add(key);
        return pairs.getOrDefault(key, fallback);
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) throws UnreadableAccount {
        String value = required(key);
        for (E each : type.getEnumConstants()) {
            if (word(each).equals(value)) {
                return each;
            }
        }
        throw wrong(key, value);
    }

    Optional<Duration> duration(String key) throws UnreadableAccount {
        String value = required(key);
        if (value.equals("never")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(value));
        } catch (DateTimeParseException e) {
            throw wrong(key, value);
        }
    }

    int number(String key) throws UnreadableAccount {
        String value = required(key);
        if (!value.matches("[0-9]{1,9}")) {
            throw wrong(key, value);
        }
        return Integer.parseInt(value);
    }

    /** What nobody asked for. */
    Map<String, String> untouched() {
        Map<String, String> rest = new HashMap<>(pairs);
        rest.keySet().removeAll(touched);
        return rest;
    }

    static UnreadableAccount wrong(String key, String value) {
        return new UnreadableAccount(Messages.format("file.wrong", key, Text.visible(value)));
    }

    /** How a constant is spelt in the file: {@code AFTER_DAYS} is {@code after-days}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
