package org.postern.message.internal.mime;

import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.MailStreamProvider;

import java.util.Map;

/**
 * The one place that prepares Jakarta Mail: its lenient switches, which are system properties, and
 * the context class loader by which it finds its own parts. In OSGi that must be the loader of
 * Angus and not the one a thread happens to have.
 */
final class LenientMail {

    private static final Map<String, String> SWITCHES =
            Map.ofEntries(
                    Map.entry("mail.mime.multipart.ignoremissingendboundary", "true"),
                    Map.entry("mail.mime.multipart.ignoremissingboundaryparameter", "true"),
                    Map.entry("mail.mime.multipart.allowempty", "true"),
                    Map.entry("mail.mime.base64.ignoreerrors", "true"),
                    Map.entry("mail.mime.uudecode.ignoreerrors", "true"),
                    Map.entry("mail.mime.uudecode.ignoremissingbeginend", "true"),
                    Map.entry("mail.mime.ignoreunknownencoding", "true"),
                    Map.entry("mail.mime.parameters.strict", "false"),
                    Map.entry("mail.mime.decodetext.strict", "false"),
                    Map.entry("mail.mime.address.strict", "false"),
                    // Named, or it is looked for among all services anew for each part of a
                    // message.
                    Map.entry(
                            "jakarta.mail.util.StreamProvider",
                            MailStreamProvider.class.getName()));

    static {
        SWITCHES.forEach(
                (name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }

    private LenientMail() {}

    /** A piece of work with Jakarta Mail. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    static <T, E extends Exception> T with(Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BASE64DecoderStream.class.getClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
