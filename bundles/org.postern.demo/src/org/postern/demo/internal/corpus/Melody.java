package org.postern.demo.internal.corpus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The one large attachment, a recording of 2 MB, played at start instead of being kept. */
final class Melody {
    private static final String MARK = "@melody@";
    private static final int RATE = 22_050;
    private static final int SECONDS = 45;
    private static final int NOTE = RATE / 2;
    private static final int HEADER = 44;

    /** A round that every choir knows, in half seconds, as semitones above middle C. */
    private static final int[] ROUND = {
        0, 2, 4, 0, 0, 2, 4, 0, 4, 5, 7, 7, 4, 5, 7, 7, 7, 5, 4, 0, 7, 5, 4, 0, 0, -5, 0, 0, 0, -5,
        0, 0
    };

    private Melody() {}

    /** Played when it is needed first, and once only. */
    private static final class Recording {
        static final String BASE64 = Base64.getMimeEncoder().encodeToString(wav());
    }

    /** Puts the recording in base64 where the message has the mark on a line of its own. */
    static byte[] insertInto(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\n" + MARK + "\n");
        if (at < 0) {
            return message;
        }
        String rest = text.substring(at + 1 + MARK.length());
        String whole = text.substring(0, at + 1) + Recording.BASE64 + rest;
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] wav() {
        int data = RATE * SECONDS * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data);
        for (int i = 0; i < RATE * SECONDS; i++) {
            wav.putShort(sample(i));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Two voices, the second eight notes behind; each note fades. */
    private static short sample(int i) {
        double first = voice(i, 0);
        double second = i < 8 * NOTE ? 0 : voice(i - 8 * NOTE, 12);
        return (short) (9_000 * (first + 0.6 * second));
    }

    private static double voice(int i, int transpose) {
        int semitones = ROUND[i / NOTE % ROUND.length] + transpose;
        double frequency = 261.63 * Math.pow(2, semitones / 12.0);
        double fade = 1 - (i % NOTE) / (double) NOTE;
        return fade * Math.sin(2 * Math.PI * frequency * i / RATE);
    }
}
