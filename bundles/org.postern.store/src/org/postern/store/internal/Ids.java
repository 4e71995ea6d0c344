package org.postern.store.internal;

import org.postern.store.MessageId;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Numbers of messages in few bytes: differences of the sorted numbers, seven bits a byte. */
final class Ids {

    private Ids() {}

    static byte[] write(Collection<Long> numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(numbers.size() * 2);
        long before = 0;
        for (long number : numbers.stream().mapToLong(Long::longValue).sorted().toArray()) {
            write(out, number - before);
            before = number;
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static Set<MessageId> read(byte[] bytes) {
        Set<MessageId> numbers = new LinkedHashSet<>();
        long number = 0;
        int at = 0;
        while (at < bytes.length) {
            long step = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = bytes[at++];
                step |= (long) (part & 0x7f) << shift;
                if (part >= 0) {
                    break;
                }
            }
            number += step;
            numbers.add(new MessageId(number));
        }
        return numbers;
    }
}
