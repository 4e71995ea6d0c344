package org.postern.net;

import org.postern.core.AccountId;

import java.util.List;

/** See {@link WireLog#NONE}. */
final class NoWireLog implements WireLog {

    @Override
    public List<WireLine> lines(AccountId account) {
        return List.of();
    }

    @Override
    public void clear(AccountId account) {
        // Nothing is kept.
    }

    @Override
    public void addListener(Listener listener) {
        // There will be no line.
    }

    @Override
    public void removeListener(Listener listener) {
        // Nobody listens.
    }
}
