package org.postern.demo.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mailbox names in modified UTF-7, RFC 3501 section 5.1.3. */
final class MailboxName {
    private static final Pattern ENCODED = Pattern.compile("&([A-Za-z0-9+,]*)-");
    private static final Pattern PLAIN = Pattern.compile("[^\\x20-\\x7e]+|&");

    private MailboxName() {}

    static String encode(String name) {
        return PLAIN.matcher(name)
                .replaceAll(run -> Matcher.quoteReplacement(encodeRun(run.group())));
    }

    private static String encodeRun(String run) {
        if (run.equals("&")) {
            return "&-";
        }
        byte[] utf16 = run.getBytes(StandardCharsets.UTF_16BE);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf16);
        return "&" + base64.replace('/', ',') + "-";
    }

    static String decode(String wire) {
        return ENCODED.matcher(wire)
                .replaceAll(run -> Matcher.quoteReplacement(decodeRun(run.group(1))));
    }

    private static String decodeRun(String base64) {
        if (base64.isEmpty()) {
            return "&";
        }
        try {
            byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
            return new String(utf16, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            throw Refusal.no("CANNOT", "Not modified UTF-7: &" + base64 + "-");
        }
    }
}
