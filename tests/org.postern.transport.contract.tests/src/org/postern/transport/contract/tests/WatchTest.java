package org.postern.transport.contract.tests;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.transport.contract.CanWatchContract;
import org.postern.transport.contract.MailFixture;

import java.io.IOException;

@ExtendWith(Servers.class)
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*_IMAP.*")
class WatchTest extends CanWatchContract {

    @Parameter Route route;

    @Override
    protected MailFixture newFixture() throws IOException {
        return new ServerFixture(route);
    }
}
