package org.postern.credentials.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.MailException;
import org.postern.credentials.internal.KeySource;
import org.postern.credentials.internal.Keys;
import org.postern.credentials.internal.MasterKey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

class KeysTest {

    /** A keyring in memory that can be locked. */
    private static final class FakeKeyring implements KeySource {
        private Optional<char[]> key = Optional.empty();
        private boolean locked;

        @Override
        public Optional<char[]> read() {
            return locked ? Optional.empty() : key.map(char[]::clone);
        }

        @Override
        public boolean write(char[] newKey) {
            if (!locked) {
                key = Optional.of(newKey.clone());
            }
            return !locked;
        }

        @Override
        public String place() {
            return "a fake keyring";
        }
    }

    @TempDir Path folder;
    private final FakeKeyring keyring = new FakeKeyring();

    @Test
    void keepsTheKeyInTheKeyringAndNoCopyOnTheDisk() throws Exception {
        char[] key = keys().find(false);
        assertArrayEquals(key, keys().find(true));
        assertEquals("a fake keyring", keys().place());
        assertFalse(Files.exists(folder.resolve("key")));
        assertEquals(0, Files.size(folder.resolve("key-in-keyring")));
    }

    @Test
    void waitsForALockedKeyringInsteadOfMakingAnotherKey() throws Exception {
        char[] key = keys().find(false);
        keyring.locked = true;
        assertThrows(MailException.class, () -> keys().find(true));
        assertThrows(MailException.class, () -> keys().find(false));
        keyring.locked = false;
        assertArrayEquals(key, keys().find(true));
    }

    @Test
    void usesAFileWhereNoKeyringAnswersAndStaysThere() throws Exception {
        keyring.locked = true;
        char[] key = keys().find(false);
        keyring.locked = false;
        assertArrayEquals(key, keys().find(true));
        assertTrue(keys().place().contains("file"));
    }

    @Test
    void makesKeysThatDiffer() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String key = new String(MasterKey.random());
            assertEquals(43, key.length());
            keys.add(key);
        }
        assertEquals(100, keys.size());
    }

    private Keys keys() {
        return new Keys(folder, keyring);
    }
}
