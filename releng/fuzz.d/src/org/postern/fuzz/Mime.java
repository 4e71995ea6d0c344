package org.postern.fuzz;

import org.postern.message.Bytes;
import org.postern.message.MessageReader;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;

import java.io.IOException;
import java.util.Locale;

/** A mail from anybody: taken apart and shown, with nothing in it that runs. */
public final class Mime {

    private Mime() {}

    public static void fuzzerTestOneInput(byte[] mail) throws IOException {
        String page = SafeHtml.render(MessageReader.read(Bytes.of(mail)), Theme.LIGHT);
        if (page.toLowerCase(Locale.ROOT).contains("<script")) {
            throw new AssertionError("a script came through");
        }
    }
}
