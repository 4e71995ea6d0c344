package org.postern.sync;

import org.postern.core.Endpoint;
import org.postern.net.Posture;

import java.util.Optional;

/**
 * What came of settings that were tried and work.
 *
 * @param endpoint where it connected to; empty without a network
 * @param posture what protected it; empty without a network
 * @param mailboxes how many there are
 */
public record TrialResult(Optional<Endpoint> endpoint, Optional<Posture> posture, int mailboxes) {}
