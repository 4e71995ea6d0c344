/**
 * Logging in by SASL (RFC 4422), for every transport whose protocol carries it. A transport asks
 * {@link org.postern.net.sasl.MechanismChoice} for the strongest mechanism that both sides know,
 * asks the user's secret only then, and carries the messages of the {@link
 * org.postern.net.sasl.Mechanism} to and fro.
 */
package org.postern.net.sasl;
