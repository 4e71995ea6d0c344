package org.postern.transport.contract.tests;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.transport.contract.CanGlanceContract;
import org.postern.transport.contract.MailFixture;

import java.io.IOException;

@ExtendWith(Servers.class)
class GlanceTest {

    abstract static class Contract extends CanGlanceContract {
        @Override
        protected MailFixture newFixture() throws IOException {
            return ServerFixture.of(getClass());
        }
    }

    @Nested
    @On(Route.DEMO_IMAP)
    class DemoImap extends Contract {}

    @Nested
    @On(Route.DEMO_IMAPS)
    class DemoImaps extends Contract {}

    @Nested
    @On(Route.DOVECOT_IMAP)
    class DovecotImap extends Contract {}

    @Nested
    @On(Route.DOVECOT_IMAP_STARTTLS)
    class DovecotImapStartTls extends Contract {}

    @Nested
    @On(Route.DOVECOT_IMAPS)
    class DovecotImaps extends Contract {}
}
