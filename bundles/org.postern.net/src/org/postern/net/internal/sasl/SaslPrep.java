package org.postern.net.internal.sasl;

import com.ibm.icu.text.StringPrep;
import com.ibm.icu.text.StringPrepParseException;
import com.ibm.icu.text.UCharacterIterator;

import org.postern.core.Failure;
import org.postern.core.MailException;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * SASLprep (RFC 4013), as a query: characters that Unicode 3.2 did not know yet are let through.
 */
final class SaslPrep {

    private SaslPrep() {}

    /** Its tables take a while to load, and most words need none. */
    private static final class Tables {
        static final StringPrep PROFILE = StringPrep.getInstance(StringPrep.RFC4013_SASLPREP);
    }

    /**
     * A word in UTF-8.
     *
     * @param what it is: user or password
     * @return prepared, in an array of its own, never empty
     */
    static byte[] prepared(byte[] word, String what) throws MailException {
        byte[] result = isPrintableAscii(word) ? word.clone() : prepare(word, what);
        if (result.length == 0) {
            throw bad(what + ".missing");
        }
        return result;
    }

    private static byte[] prepare(byte[] word, String what) throws MailException {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(word));
        try {
            return utf8(prepared(Arrays.copyOf(text.array(), text.limit())));
        } catch (StringPrepParseException prohibited) {
            // the exception has the word in it: it must not be the cause of ours
            throw bad(what + ".unprepared");
        } finally {
            Arrays.fill(text.array(), '\0');
        }
    }

    private static MailException bad(String key) {
        return new MailException(new Failure.BadSettings(Messages.text(key)));
    }

    private static boolean isPrintableAscii(byte[] word) {
        for (byte b : word) {
            if (b < ' ' || b > '~') {
                return false;
            }
        }
        return true;
    }

    private static char[] prepared(char[] text) throws StringPrepParseException {
        try {
            StringBuffer result =
                    Tables.PROFILE.prepare(
                            UCharacterIterator.getInstance(text), StringPrep.ALLOW_UNASSIGNED);
            char[] characters = new char[result.length()];
            result.getChars(0, result.length(), characters, 0);
            for (int i = 0; i < result.length(); i++) {
                result.setCharAt(i, '\0');
            }
            return characters;
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static byte[] utf8(char[] characters) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] result = Arrays.copyOf(bytes.array(), bytes.limit());
        Arrays.fill(bytes.array(), (byte) 0);
        Arrays.fill(characters, '\0');
        return result;
    }
}
