package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.postern.net.internal.InflatedInput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** What becomes of compressed data that are sound, damaged, or made to do harm. */
class InflatedInputTest {

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] SAID =
            "* 3 EXISTS\r\n".repeat(500).getBytes(StandardCharsets.US_ASCII);

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED, true), 512, true)) {
            out.write(bytes);
            out.flush();
        }
        return raw.toByteArray();
    }

    private static InputStream of(byte[] raw) {
        return new InflatedInput(new ByteArrayInputStream(raw), NOTHING);
    }

    @Test
    void whatWasSaidComesOut() throws Exception {
        assertArrayEquals(SAID, of(deflated(SAID)).readAllBytes());
    }

    @Test
    void whatHadBeenReadBeforeComesFirst() throws Exception {
        byte[] raw = deflated(SAID);
        byte[] first = Arrays.copyOf(raw, 7);
        InputStream rest = new ByteArrayInputStream(raw, 7, raw.length - 7);
        assertArrayEquals(SAID, new InflatedInput(rest, first).readAllBytes());
    }

    @Test
    void onlyAsMuchAsIsReadIsInflated() throws Exception {
        InputStream bomb = of(deflated(new byte[50_000_000]));
        assertEquals(0, bomb.read());
        assertEquals(1000, bomb.readNBytes(1000).length);
    }

    @Test
    void dataThatHoldNothingAreNotReadForEver() throws Exception {
        byte[] emptyBlock = {0, 0, 0, (byte) 0xff, (byte) 0xff};
        InputStream endless =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() {
                        return emptyBlock[at++ % emptyBlock.length] & 0xff;
                    }
                };
        InputStream in = new InflatedInput(endless, NOTHING);
        assertThrows(IOException.class, in::read);
    }

    @Test
    void damagedDataAreAnError() {
        byte[] damaged = {7, 7, 7, 7, 7};
        assertThrows(IOException.class, () -> of(damaged).read());
    }

    @Test
    void theEndOfTheDataIsTheEnd() throws Exception {
        InputStream in = of(deflated(NOTHING));
        assertEquals(-1, in.read());
        assertEquals(-1, in.read());
    }
}
