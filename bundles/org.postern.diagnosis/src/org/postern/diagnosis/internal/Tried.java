package org.postern.diagnosis.internal;

import org.postern.account.ServerSettings;
import org.postern.core.Port;
import org.postern.core.Text;
import org.postern.diagnosis.Mends;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.TransportDescriptor.Location;

import java.util.Optional;

/** What was tried, for a person. */
public final class Tried {

    private Tried() {}

    public static String of(ServerSettings settings, Mends mends) {
        String where = Text.visible(settings.location());
        Optional<TransportDescriptor> transport = mends.transport();
        String label = transport.map(TransportDescriptor::label).orElse(settings.transport());
        if (transport.filter(t -> t.location() == Location.FOLDER).isPresent()) {
            return Messages.format("tried.folder", where, label);
        }
        Optional<Port> port = settings.port().or(mends::defaultPort);
        String key = "tried." + mends.security().name();
        return Messages.format(key, port.map(p -> where + ":" + p).orElse(where), label);
    }
}
