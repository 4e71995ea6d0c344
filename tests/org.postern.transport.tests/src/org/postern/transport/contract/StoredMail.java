package org.postern.transport.contract;

import org.postern.core.Flag;

import java.util.Objects;
import java.util.Set;

/**
 * A message as it lies on the server or in the folder, seen without a session.
 *
 * @param handle what the fixture knows it by within its mailbox; opaque to the contracts
 * @param bytes the whole message; not copied
 * @param flags that are set on it; empty where there are none
 */
public record StoredMail(String handle, byte[] bytes, Set<Flag> flags) {

    public StoredMail {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(bytes, "bytes");
        flags = Set.copyOf(flags);
    }

    @Override
    public String toString() {
        return "StoredMail[" + handle + ", " + bytes.length + " bytes, " + flags + "]";
    }
}
