package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** SSL is off, and the port takes nothing else. */
public final class TlsOnlyRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.TlsOnClearTextPort.class)
                .map(
                        f ->
                                Words.of("clear-text-on-ssl-port")
                                        .finding(
                                                facts,
                                                facts.mends().tickSsl(),
                                                facts.mends().useDefaultPort()));
    }
}
