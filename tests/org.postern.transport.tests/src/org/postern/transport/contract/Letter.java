package org.postern.transport.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of a contract. Its name is in the Message-ID, so that it is known again wherever it
 * comes up.
 */
record Letter(String name, byte[] bytes) {

    private static final Pattern MESSAGE_ID =
            Pattern.compile(
                    "^Message-ID:\\s*<([^@>]*)@contract\\.example>",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    static Letter named(String name) {
        return with(name, "A short text.\r\n");
    }

    /** The body in UTF-8; its last line ends with CRLF or it is empty. */
    static Letter with(String name, String body) {
        String header =
                """
                From: Ada Example <ada@contract.example>\r
                To: ben@contract.example\r
                Subject: About %1$s\r
                Date: Mon, 02 Mar 2026 09:30:00 +0100\r
                Message-ID: <%1$s@contract.example>\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                """
                        .formatted(name);
        return new Letter(name, (header + body).getBytes(UTF_8));
    }

    /** One that no buffer holds at once. */
    static Letter large(String name) {
        return with(name, "Forty letters of a rather long text....\r\n".repeat(10_000));
    }

    /**
     * @param bytes a message or its header block
     */
    static String nameOf(byte[] bytes) {
        Matcher id = MESSAGE_ID.matcher(new String(bytes, ISO_8859_1));
        return id.find() ? id.group(1) : "a message of somebody else";
    }
}
