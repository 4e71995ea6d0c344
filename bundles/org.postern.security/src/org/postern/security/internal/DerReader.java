package org.postern.security.internal;

import java.util.Arrays;

/** Reads the items of a DER value one after the other (X.690 §8.1); tags have one octet here. */
final class DerReader {

    private final byte[] der;
    private int at;

    /**
     * One item.
     *
     * @param tag its first octet
     */
    record Item(int tag, byte[] content) {}

    DerReader(byte[] der) {
        this.der = der;
    }

    boolean hasNext() {
        return at < der.length;
    }

    /**
     * @throws IllegalArgumentException when there is no whole item
     */
    Item next() {
        int tag = octet();
        int length = length();
        if (length > der.length - at) {
            throw damaged();
        }
        at += length;
        return new Item(tag, Arrays.copyOfRange(der, at - length, at));
    }

    /** The inside of the next item. */
    DerReader enter() {
        return new DerReader(next().content());
    }

    private int length() {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int octets = first - 0x80;
        if (octets < 1 || octets > 3) {
            throw damaged();
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | octet();
        }
        return length;
    }

    private int octet() {
        if (at == der.length) {
            throw damaged();
        }
        return der[at++] & 0xff;
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("damaged DER");
    }
}
