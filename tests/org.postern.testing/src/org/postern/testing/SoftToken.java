package org.postern.testing;

import com.sun.jna.Library;
import com.sun.jna.Native;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * A token of SoftHSM in a folder of a test. The module learns where its tokens lie from the
 * environment of the process that loads it, and only once: one folder serves all tests of this JVM.
 */
public final class SoftToken {

    /** Opens the token. */
    public static final String PIN = "314159";

    private static final List<Path> MODULES =
            List.of(
                    Path.of("/usr/lib/softhsm/libsofthsm2.so"),
                    Path.of("/usr/lib64/softhsm/libsofthsm.so"));

    private SoftToken() {}

    /** The C library: the environment that Java shows is a copy. */
    private interface C extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** The library that reads the token. */
    public static Path module() {
        return MODULES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    /** Makes a token that holds these keys, by their names. */
    public static void make(Path folder, Map<String, ServerIdentity> identities) throws Exception {
        Path configuration = configure(folder);
        initialise(configuration);
        AuthProvider writer = writer();
        KeyStore store = KeyStore.getInstance("PKCS11", writer);
        store.load(null, PIN.toCharArray());
        for (Map.Entry<String, ServerIdentity> each : identities.entrySet()) {
            X509Certificate[] chain = each.getValue().chain().toArray(X509Certificate[]::new);
            store.setKeyEntry(each.getKey(), each.getValue().key(), null, chain);
        }
        writer.logout();
    }

    private static Path configure(Path folder) throws IOException {
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Path file = folder.resolve("softhsm2.conf");
        Files.writeString(
                file, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        Native.load("c", C.class).setenv("SOFTHSM2_CONF", file.toString(), 1);
        return file;
    }

    private static void initialise(Path configuration) throws IOException, InterruptedException {
        String[] command = {
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "postern",
            "--pin",
            PIN,
            "--so-pin",
            "271828"
        };
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private static AuthProvider writer() {
        String configuration = "--name = Writer%nlibrary = %s%nslotListIndex = 0%n";
        return (AuthProvider)
                Security.getProvider("SunPKCS11").configure(configuration.formatted(module()));
    }
}
