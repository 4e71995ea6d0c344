package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;
import org.postern.net.Observation;

import java.net.Inet6Address;
import java.util.List;
import java.util.Optional;

/** It works, but only after an IPv6 address was called in vain. */
public final class Ipv6Warning implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        if (facts.failure().isPresent()) {
            return Optional.empty();
        }
        List<Observation.Dialled> lost =
                facts.seen(Observation.Dialled.class)
                        .filter(each -> each.failure().isPresent())
                        .filter(each -> each.address() instanceof Inet6Address)
                        .toList();
        return lost.stream()
                .findFirst()
                .map(each -> Words.of("ipv6-broken", each.address().getHostAddress()).finding());
    }
}
