package example.maildir.tests;

import org.junit.jupiter.api.Nested;
import org.postern.transport.contract.BodyContract;
import org.postern.transport.contract.CanDeleteContract;
import org.postern.transport.contract.CanFlagContract;
import org.postern.transport.contract.MailFixture;
import org.postern.transport.contract.SessionContract;

import java.io.IOException;

/** The Maildir transport keeps what every transport keeps. */
class MaildirContractTest {

    @Nested
    class Session extends SessionContract {
        @Override
        protected MailFixture newFixture() throws IOException {
            return new MaildirFixture();
        }
    }

    @Nested
    class Bodies extends BodyContract {
        @Override
        protected MailFixture newFixture() throws IOException {
            return new MaildirFixture();
        }
    }

    @Nested
    class Flags extends CanFlagContract {
        @Override
        protected MailFixture newFixture() throws IOException {
            return new MaildirFixture();
        }
    }

    @Nested
    class Deletion extends CanDeleteContract {
        @Override
        protected MailFixture newFixture() throws IOException {
            return new MaildirFixture();
        }
    }
}
