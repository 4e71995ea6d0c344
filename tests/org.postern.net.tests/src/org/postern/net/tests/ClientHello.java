package org.postern.net.tests;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first message of a TLS client, read from the wire (RFC 8446 §4.1.2).
 *
 * @param ciphers their numbers
 * @param extensions by their numbers
 */
record ClientHello(
        int version,
        byte[] sessionId,
        List<Integer> ciphers,
        byte[] compressions,
        Map<Integer, byte[]> extensions) {

    static final int SERVER_NAME = 0;
    static final int HEARTBEAT = 15;
    static final int SESSION_TICKET = 35;
    static final int PRE_SHARED_KEY = 41;
    static final int EARLY_DATA = 42;
    static final int SUPPORTED_VERSIONS = 43;

    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int RANDOM = 32;

    /** Of what a client sent, from its first byte on. */
    static ClientHello read(byte[] wire) {
        ByteBuffer in = ByteBuffer.wrap(wire);
        if (in.get(0) != 22 || in.get(RECORD_HEADER) != 1) {
            throw new AssertionError("no ClientHello comes first");
        }
        in.position(RECORD_HEADER + MESSAGE_HEADER);
        int version = in.getShort() & 0xffff;
        in.position(in.position() + RANDOM);
        byte[] sessionId = bytes(in, in.get() & 0xff);
        List<Integer> ciphers = words(ByteBuffer.wrap(bytes(in, in.getShort() & 0xffff)));
        byte[] compressions = bytes(in, in.get() & 0xff);
        return new ClientHello(
                version,
                sessionId,
                ciphers,
                compressions,
                extensions(ByteBuffer.wrap(bytes(in, in.getShort() & 0xffff))));
    }

    private static Map<Integer, byte[]> extensions(ByteBuffer in) {
        Map<Integer, byte[]> all = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            int type = in.getShort() & 0xffff;
            all.put(type, bytes(in, in.getShort() & 0xffff));
        }
        return all;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static List<Integer> words(ByteBuffer in) {
        List<Integer> words = new ArrayList<>();
        while (in.remaining() > 1) {
            words.add(in.getShort() & 0xffff);
        }
        return words;
    }

    /** The versions that it would take. */
    List<Integer> versions() {
        byte[] list = extensions.getOrDefault(SUPPORTED_VERSIONS, new byte[1]);
        return words(ByteBuffer.wrap(list, 1, list.length - 1));
    }
}
