package org.postern.diagnosis.internal.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Causes by the words in which servers tell them. */
final class Phrases {

    private Phrases() {}

    /**
     * @param causesAndWords a cause, then a regular expression, and so on; asked in this order
     */
    static Map<String, Pattern> of(String... causesAndWords) {
        Map<String, Pattern> all = new LinkedHashMap<>();
        for (int i = 0; i < causesAndWords.length; i += 2) {
            String words = causesAndWords[i + 1];
            all.put(causesAndWords[i], Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
        return all;
    }

    /** The first cause whose words are in it. */
    static Optional<String> first(Map<String, Pattern> causes, String said) {
        return causes.entrySet().stream()
                .filter(each -> each.getValue().matcher(said).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
