package org.postern.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A {@link Dovecot} with mail for Joe as a program of its own, for checks that are no Java. It
 * prints its ports ({@code imap 40001}) and then {@code ready}, and ends with its standard input.
 */
public final class ServeMail {

    private ServeMail() {}

    /**
     * @param arguments the file that the authority's certificate is written to
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        TestCa.shared().writeRoot(Path.of(arguments[0]));
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.append("INBOX", TestMail.series(7));
            System.out.println("imap " + dovecot.imapPort());
            System.out.println("imaps " + dovecot.imapsPort());
            System.out.println("pops " + dovecot.popsPort());
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
