package org.postern.credentials.internal;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

import java.util.Optional;

/** The client library of the Secret Service, on 64-bit machines. */
final class LibSecret {

    private static final int SCHEMA_BYTES = 592;
    private static final int FIRST_ATTRIBUTE = 16;
    private static final String ATTRIBUTE = "store";

    /** Functions of libsecret. */
    interface Functions extends Library {
        int secret_password_store_sync(
                Pointer schema,
                String collection,
                String label,
                String password,
                Pointer cancellable,
                PointerByReference error,
                Object... attributes);

        Pointer secret_password_lookup_sync(
                Pointer schema,
                Pointer cancellable,
                PointerByReference error,
                Object... attributes);

        void secret_password_free(Pointer password);
    }

    private static final Functions SECRET = Native.load("secret-1", Functions.class);
    private static final Memory NAME = text("org.postern.Key");
    private static final Memory STORE = text(ATTRIBUTE);
    private static final Memory SCHEMA = schema();

    private LibSecret() {}

    private static Memory text(String text) {
        Memory memory = new Memory(text.length() + 1L);
        memory.setString(0, text);
        return memory;
    }

    /** A SecretSchema with one attribute that is a string. */
    private static Memory schema() {
        Memory schema = new Memory(SCHEMA_BYTES);
        schema.clear();
        schema.setPointer(0, NAME);
        schema.setPointer(FIRST_ATTRIBUTE, STORE);
        return schema;
    }

    static boolean store(String store, String label, String secret) {
        return SECRET.secret_password_store_sync(
                        SCHEMA, null, label, secret, null, null, ATTRIBUTE, store)
                != 0;
    }

    static Optional<String> lookup(String store) {
        Pointer found = SECRET.secret_password_lookup_sync(SCHEMA, null, null, ATTRIBUTE, store);
        if (found == null) {
            return Optional.empty();
        }
        String secret = found.getString(0);
        SECRET.secret_password_free(found);
        return Optional.of(secret);
    }
}
