package org.postern.message.internal.html;

import org.postern.message.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document around a mail. */
public final class Page {

    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
                    + " base-uri 'none'; form-action 'none'";
    private static final String COMMON = resource("page.css");
    private static final String LIGHT = resource("light.css");
    private static final String DARK = resource("dark.css");

    private Page() {}

    /**
     * @param body safe HTML
     * @param coloured whether the mail needs the light paper that its colours were chosen for
     */
    public static String of(String body, Theme theme, boolean coloured) {
        boolean dark = theme == Theme.DARK;
        String paper = dark && coloured ? "mail paper" : "mail";
        return """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta http-equiv="x-dns-prefetch-control" content="off">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="%s">
        <style>%s%s</style></head>
        <body><div class="%s" dir="auto">%s</div></body></html>
        """
                .formatted(
                        POLICY, dark ? "dark" : "light", COMMON, dark ? DARK : LIGHT, paper, body);
    }

    private static String resource(String name) {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("style sheet is missing: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("style sheet cannot be read: " + name, e);
        }
    }
}
