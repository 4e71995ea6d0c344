package org.postern.transport.contract.tests;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.transport.contract.LoginContract;
import org.postern.transport.contract.LoginFixture;

import java.io.IOException;

@ExtendWith(Servers.class)
@ParameterizedClass
@EnumSource
class LoginTest extends LoginContract {

    @Parameter Route route;

    @Override
    protected LoginFixture newFixture() throws IOException {
        return new ServerFixture(route);
    }
}
