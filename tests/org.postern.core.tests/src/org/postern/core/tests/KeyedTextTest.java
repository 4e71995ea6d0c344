package org.postern.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.KeyedText;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

class KeyedTextTest {

    @Test
    void readsBackEveryCharacterThatItWrites() throws KeyedText.Malformed {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                value.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            Map<String, String> pairs = Map.of("key", value.toString());
            assertEquals(pairs, KeyedText.read(KeyedText.write(pairs)));
        }
    }

    @Test
    void staysReadableForPeople() {
        String text = utf8(KeyedText.write(Map.of("name", "Zoë 😀 \\ & Söhne")));
        assertEquals("name = Zoë 😀 \\\\ & Söhne\n", text);
    }

    @Test
    void readsWhatAnEditorMadeOfIt() throws KeyedText.Malformed {
        Map<String, String> pairs =
                KeyedText.read(bytes("\uFEFF# mine\r\n\r\n  a=1\r\nb.c =  two words \r\n"));
        assertEquals(Map.of("a", "1", "b.c", "two words"), pairs);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertEquals(2, malformed(bytes("a = 1\nnonsense\n")).line());
        assertEquals(3, malformed(bytes("a = 1\n\na = 2")).line());
        assertEquals(1, malformed(bytes("a = \\q")).line());
        assertEquals(1, malformed(bytes("a = \\u12")).line());
        assertEquals(1, malformed(bytes(" = 1")).line());
        KeyedText.Malformed latin1 = malformed(new byte[] {'a', '=', '1', '\n', 'b', (byte) 0xe9});
        assertEquals(2, latin1.line());
        assertTrue(latin1.getMessage().contains("UTF-8"));
    }

    private static KeyedText.Malformed malformed(byte[] bytes) {
        return assertThrows(KeyedText.Malformed.class, () -> KeyedText.read(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
