package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** The user's own certificate is missing or not wanted. */
public final class ClientCertificateRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.ClientCertificateRefused.class)
                .map(f -> Words.of(cause(f), f.detail()).finding());
    }

    private static String cause(Failure.ClientCertificateRefused f) {
        return switch (f.problem()) {
            case REQUIRED -> "client-certificate-required";
            case EXPIRED -> "client-certificate-expired";
            case REJECTED -> "client-certificate-rejected";
            case UNREADABLE -> "client-certificate-unreadable";
        };
    }
}
