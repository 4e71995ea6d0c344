package org.postern.net.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ClientHello as it went over the wire (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2). */
record Hello(List<Integer> suites, byte[] compressions, Map<Integer, byte[]> extensions) {

    static final int SERVER_NAME = 0;
    static final int TRUNCATED_HMAC = 4;
    static final int STATUS_REQUEST = 5;
    static final int GROUPS = 10;
    static final int POINT_FORMATS = 11;
    static final int SIGNATURES = 13;
    static final int EXTENDED_MASTER_SECRET = 23;
    static final int SESSION_TICKET = 35;
    static final int PRE_SHARED_KEY = 41;
    static final int EARLY_DATA = 42;
    static final int VERSIONS = 43;
    static final int KEY_SHARE = 51;
    static final int RENEGOTIATION_INFO = 0xff01;

    private static final int RECORD_AND_MESSAGE_HEADER = 5 + 4;
    private static final int VERSION_AND_RANDOM = 2 + 32;

    /** Of the first bytes of a connection. */
    static Hello read(byte[] wire) {
        ByteBuffer in = ByteBuffer.wrap(wire);
        in.position(RECORD_AND_MESSAGE_HEADER + VERSION_AND_RANDOM);
        take(in, in.get() & 0xff);
        List<Integer> suites = shorts(ByteBuffer.wrap(take(in, in.getShort() & 0xffff)));
        byte[] compressions = take(in, in.get() & 0xff);
        ByteBuffer rest = ByteBuffer.wrap(take(in, in.getShort() & 0xffff));
        Map<Integer, byte[]> extensions = new LinkedHashMap<>();
        while (rest.hasRemaining()) {
            int type = rest.getShort() & 0xffff;
            extensions.put(type, take(rest, rest.getShort() & 0xffff));
        }
        return new Hello(suites, compressions, extensions);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static List<Integer> shorts(ByteBuffer in) {
        List<Integer> all = new ArrayList<>();
        while (in.remaining() >= 2) {
            all.add(in.getShort() & 0xffff);
        }
        return all;
    }

    boolean has(int extension) {
        return extensions.containsKey(extension);
    }

    /** Best first. */
    List<Integer> versions() {
        ByteBuffer in = ByteBuffer.wrap(extensions.get(VERSIONS));
        return shorts(ByteBuffer.wrap(take(in, in.get() & 0xff)));
    }

    List<Integer> groups() {
        ByteBuffer in = ByteBuffer.wrap(extensions.get(GROUPS));
        return shorts(ByteBuffer.wrap(take(in, in.getShort() & 0xffff)));
    }

    List<Integer> signatures() {
        ByteBuffer in = ByteBuffer.wrap(extensions.get(SIGNATURES));
        return shorts(ByteBuffer.wrap(take(in, in.getShort() & 0xffff)));
    }

    /** Of a list with one name of a host (RFC 6066 §3). */
    String serverName() {
        ByteBuffer in = ByteBuffer.wrap(extensions.get(SERVER_NAME));
        in.getShort();
        in.get();
        return new String(take(in, in.getShort() & 0xffff), US_ASCII);
    }
}
