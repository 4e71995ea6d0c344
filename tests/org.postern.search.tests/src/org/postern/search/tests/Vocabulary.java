package org.postern.search.tests;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Words of many languages, made up or real, and the charsets that they are sent in. */
final class Vocabulary {

    private static final List<List<String>> REAL =
            List.of(
                    List.of("Straße", "Strasse", "Übergröße", "Käse", "Maß", "Mass"),
                    List.of("résumé", "resume", "naïve", "œuvre", "garçon", "Noël"),
                    List.of("żółć", "zolc", "łódź", "Gdańsk", "kraków"),
                    List.of("ΑΘΗΝΑ", "Αθήνα", "κόσμος", "ΚΟΣΜΟΣ", "δίκη"),
                    List.of("Москва", "МОСКВА", "привет", "ёлка", "елка"),
                    List.of("שָׁלוֹם", "שלום", "ירושלים"),
                    List.of("السلام", "سَلام", "سلام", "مكتبة"));

    private static final List<String> CHARSETS =
            List.of(
                    "UTF-8",
                    "ISO-8859-1",
                    "ISO-8859-2",
                    "ISO-8859-7",
                    "ISO-8859-15",
                    "KOI8-R",
                    "windows-1250",
                    "windows-1251",
                    "windows-1253",
                    "windows-1255",
                    "windows-1256",
                    "Shift_JIS",
                    "ISO-2022-JP",
                    "GB18030",
                    "Big5-HKSCS",
                    "EUC-KR");

    private static final String DENSE = "東京都天気予報会議資料第一回のはひかりカタカナ中文圖書館韓國";
    private static final String HANGUL = "안녕하세요서울도서관";

    private final Random random;
    private final List<String> latin;

    Vocabulary(Random random) {
        this.random = random;
        this.latin = IntStream.range(0, 300).mapToObj(n -> madeUp()).toList();
    }

    private String madeUp() {
        StringBuilder word = new StringBuilder();
        for (int n = 2 + random.nextInt(3); n > 0; n--) {
            word.append("bcdfghklmnprstvz".charAt(random.nextInt(16)));
            word.append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    /** A few words of one language, so that one charset can have them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        int language = random.nextInt(REAL.size() + 3);
        for (int n = 3 + random.nextInt(10); n > 0; n--) {
            words.add(random.nextInt(3) > 0 ? latin() : foreign(language));
        }
        return words;
    }

    String latin() {
        return latin.get(random.nextInt(latin.size()));
    }

    String foreign(int language) {
        if (language < REAL.size()) {
            List<String> words = REAL.get(language);
            return words.get(random.nextInt(words.size()));
        }
        return dense(language % 2 == 0 ? DENSE : HANGUL, 1 + random.nextInt(6));
    }

    private String dense(String from, int length) {
        int start = random.nextInt(from.length() - length + 1);
        return from.substring(start, start + length);
    }

    /** Something to ask for. */
    String question() {
        return random.nextInt(3) > 0 ? latin() : foreign(random.nextInt(REAL.size() + 3));
    }

    /** A charset that has all of the text and gives it back. */
    Charset charset(String text) {
        List<Charset> able =
                CHARSETS.stream()
                        .map(Charset::forName)
                        .filter(charset -> has(charset, text))
                        .toList();
        return able.get(random.nextInt(able.size()));
    }

    private static boolean has(Charset charset, String text) {
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(text) && new String(text.getBytes(charset), charset).equals(text);
    }
}
