package org.postern.core;

import java.util.Objects;

/**
 * An address that mail is sent to or comes from (RFC 5322 §3.4.1).
 *
 * @param name the display name, empty when there is none
 * @param address the {@code local@domain} part as it was written; may be empty in received mail
 *     that has only a name
 */
public record MailAddress(String name, String address) {

    public MailAddress {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
    }

    /** The name when there is one, else the address: what a list shows. */
    public String display() {
        return name.isBlank() ? address : name;
    }

    @Override
    public String toString() {
        return name.isBlank() ? address : name + " <" + address + ">";
    }
}
