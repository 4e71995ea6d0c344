package org.postern.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A {@link Dovecot} with mail for Joe as a program of its own, for checks that are no Java. It
 * prints its ports ({@code imap 40001}) and then {@code ready}, and ends with its standard input.
 */
public final class ServeMail {

    private ServeMail() {}

    /**
     * @param arguments the file that the authority's certificate is written to; after it, if large
     *     messages are wanted as well, how many and how many bytes each has
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        TestCa.shared().writeRoot(Path.of(arguments[0]));
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.append("INBOX", TestMail.series(7));
            if (arguments.length == 3) {
                int bytes = Integer.parseInt(arguments[2]);
                for (int number = Integer.parseInt(arguments[1]); number > 0; number--) {
                    dovecot.append("INBOX", large(number, bytes));
                }
            }
            System.out.println("imap " + dovecot.imapPort());
            System.out.println("imaps " + dovecot.imapsPort());
            System.out.println("pops " + dovecot.popsPort());
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** No two have the same bytes. */
    private static byte[] large(int number, int bytes) {
        byte[] text = new byte[bytes];
        Arrays.fill(text, (byte) ('a' + number % 26));
        for (int end = 76; end < bytes; end += 78) {
            text[end - 1] = '\r';
            text[end] = '\n';
        }
        byte[] head =
                "Subject: Message of some size %d\r\n\r\n"
                        .formatted(number)
                        .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, text, 0, head.length);
        return text;
    }
}
