package org.postern.security.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots of PKCS#11 modules, each a security provider of the Java runtime. They are registered
 * behind all others, since TLS finds the one that can sign with a token's key only there; and they
 * stay, since a module is loaded once for the whole process.
 */
final class TokenSlots {

    private static final int MOST = 16;
    private static final Map<String, List<Provider>> MODULES = new HashMap<>();

    private TokenSlots() {}

    static List<Provider> of(String library) throws Unreadable {
        synchronized (MODULES) {
            List<Provider> known = MODULES.get(library);
            if (known == null) {
                known = load(library);
                known.forEach(Security::addProvider);
                MODULES.put(library, known);
            }
            return known;
        }
    }

    private static List<Provider> load(String library) throws Unreadable {
        refuseMissing(library);
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new Unreadable("client.noTokens");
        }
        List<Provider> slots = new ArrayList<>();
        for (int index = 0; index < MOST; index++) {
            try {
                slots.add(template.configure(configuration(library, index)));
            } catch (ProviderException e) {
                refuseNoModule(library, e);
                // A token that nobody has set up yet, or an index behind the last slot.
            }
        }
        return slots;
    }

    private static void refuseMissing(String library) throws Unreadable {
        try {
            // The runtime's configuration gives these characters a meaning.
            boolean readable =
                    library.indexOf('"') < 0
                            && !library.contains("${")
                            && library.chars().noneMatch(Character::isISOControl);
            if (!readable || !Files.isRegularFile(Path.of(library))) {
                throw new Unreadable("client.noFile", library);
            }
        } catch (InvalidPathException e) {
            throw new Unreadable("client.noFile", library);
        }
    }

    private static String configuration(String library, int index) {
        return "--name = Postern-%d-%d%nlibrary = \"%s\"%nslotListIndex = %d%n"
                .formatted(MODULES.size(), index, library.replace('\\', '/'), index);
    }

    private static void refuseNoModule(String library, ProviderException e) throws Unreadable {
        if (e.getCause() instanceof IOException cause) {
            throw new Unreadable("client.noModule", library, cause.getMessage());
        }
    }
}
