package org.postern.diagnosis;

import org.postern.core.Failure;

import java.util.Optional;

/** A company's rule: what is refused means that the tunnel is closed. */
public final class TunnelRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.Refused.class)
                .map(
                        refused ->
                                Finding.of(
                                        "com.example.tunnel-closed",
                                        "The tunnel is closed.",
                                        "Mail comes through the tunnel only.",
                                        "Open the tunnel."));
    }
}
