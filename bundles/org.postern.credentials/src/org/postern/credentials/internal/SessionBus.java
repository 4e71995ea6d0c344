package org.postern.credentials.internal;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The desktop's message bus, as far as it says who is there. */
final class SessionBus {

    private static final int SESSION = 2;
    private static final int PATIENCE_MILLIS = 2_000;

    /** Functions of libgio and libglib. */
    interface Gio extends Library {
        Pointer g_bus_get_sync(int type, Pointer cancellable, PointerByReference error);

        Pointer g_variant_new_parsed(String format, Object... values);

        Pointer g_dbus_connection_call_sync(
                Pointer connection,
                String name,
                String path,
                String type,
                String method,
                Pointer parameters,
                Pointer replyType,
                int flags,
                int timeout,
                Pointer cancellable,
                PointerByReference error);

        Pointer g_variant_get_child_value(Pointer variant, long index);

        int g_variant_get_boolean(Pointer variant);

        void g_variant_unref(Pointer variant);
    }

    private static final Gio GIO = Native.load("gio-2.0", Gio.class);

    private SessionBus() {}

    /** Whether a service runs; starts none. */
    static boolean hasOwner(String service) {
        Pointer bus = GIO.g_bus_get_sync(SESSION, null, null);
        return bus != null && ask(bus, service);
    }

    private static boolean ask(Pointer bus, String service) {
        Pointer reply =
                GIO.g_dbus_connection_call_sync(
                        bus,
                        "org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus",
                        "NameHasOwner",
                        GIO.g_variant_new_parsed("('" + service + "',)"),
                        null,
                        0,
                        PATIENCE_MILLIS,
                        null,
                        null);
        if (reply == null) {
            return false;
        }
        Pointer answer = GIO.g_variant_get_child_value(reply, 0);
        boolean has = GIO.g_variant_get_boolean(answer) != 0;
        GIO.g_variant_unref(answer);
        GIO.g_variant_unref(reply);
        return has;
    }
}
