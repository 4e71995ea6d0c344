package org.postern.account;

import org.postern.core.MailAddress;

import java.util.Objects;

/**
 * A name and address that the user writes as.
 *
 * @param address what goes into From
 * @param organisation empty when there is none
 */
public record Identity(MailAddress address, String organisation) {

    public Identity {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(organisation, "organisation");
    }

    /** An identity without organisation. */
    public static Identity of(String name, String address) {
        return new Identity(new MailAddress(name.strip(), address.strip()), "");
    }
}
