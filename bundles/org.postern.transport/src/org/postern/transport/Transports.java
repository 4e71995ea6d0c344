package org.postern.transport;

import org.postern.core.MailException;
import org.postern.core.Security;

import java.util.List;
import java.util.Optional;

/**
 * The transports that are installed now. Thread-safe; follows installation and removal while
 * running.
 */
public interface Transports {

    /** All that are installed and soundly declared, by label. */
    List<TransportDescriptor> all();

    /** The transport with this id. */
    Optional<TransportDescriptor> find(String id);

    /**
     * The transport of the same family with that protection: the one itself, or its twin. STARTTLS
     * is found with the plain one.
     *
     * @return empty when none is installed
     */
    Optional<TransportDescriptor> inMode(TransportDescriptor transport, Security security);

    /**
     * The behaviour of a transport; loads its class at first.
     *
     * @throws MailException with {@link org.postern.core.Failure.NoSuchTransport} when it is not
     *     installed or cannot be loaded
     */
    Transport load(String id) throws MailException;

    /**
     * Sentences about extensions that were passed over because they are not soundly declared,
     * naming bundle and attribute.
     */
    List<String> problems();
}
