package org.postern.message.internal.mime;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

import org.postern.message.Bytes;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets Jakarta Mail find the parts of a multipart and takes only their ranges from it. */
final class AngusSplitter {

    private AngusSplitter() {}

    /**
     * @throws MessagingException when Jakarta Mail cannot split it
     */
    static List<Bytes> split(Bytes body, Optional<String> boundary, int most)
            throws MessagingException {
        String type =
                boundary.map(text -> "multipart/mixed; boundary=" + quoted(text))
                        .orElse("multipart/mixed");
        return LenientMail.with(() -> new Slices(new Source(body, type), most).ranges());
    }

    private static String quoted(String boundary) {
        return '"' + boundary.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static final class Slices extends MimeMultipart {

        private final List<Bytes> ranges = new ArrayList<>();
        private final int most;

        Slices(DataSource source, int most) throws MessagingException {
            super(source);
            this.most = most;
        }

        List<Bytes> ranges() throws MessagingException {
            parse();
            return ranges;
        }

        @Override
        protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
            if (ranges.size() < most) {
                ranges.add(((BytesStream) part).bytes());
            }
            return new MimeBodyPart(new InternetHeaders(), new byte[0]);
        }
    }

    private record Source(Bytes body, String type) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return body.open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
