package org.postern.transport;

/**
 * A session beside which its account may have others at the same time. Where a session does not say
 * so, its mailbox is locked as long as it is open (POP3, RFC 1939 §4), and there must be no other.
 */
public interface CanShare {

    /**
     * How many sessions an account should have at once, this one included; at least 2. A server may
     * bear fewer, and then refuses the next one: whoever opens it goes back to as many as there
     * were.
     */
    int most();
}
