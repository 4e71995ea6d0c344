package org.postern.credentials.internal;

import org.postern.core.MailException;

import java.util.Optional;

/** A place that keeps the master key. */
public interface KeySource {

    /**
     * @return a fresh copy; empty when this place has no key
     * @throws MailException with a sentence when it cannot say
     */
    Optional<char[]> read() throws MailException;

    /**
     * Makes the place keep the key.
     *
     * @return whether it does
     */
    boolean write(char[] key) throws MailException;

    /** What this place is called on the settings page. */
    String place();
}
