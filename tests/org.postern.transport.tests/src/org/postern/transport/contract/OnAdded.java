package org.postern.transport.contract;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.util.Set;

/** A sink that only hears of messages. */
@FunctionalInterface
interface OnAdded extends ChangeSink {

    @Override
    void added(RemoteMessage message) throws MailException;

    @Override
    default void forgotten() {}

    @Override
    default void flags(RemoteId id, Set<Flag> flags) {}

    @Override
    default void vanished(RemoteId id) {}
}
