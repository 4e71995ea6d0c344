/**
 * What a test of a mail bundle needs, for this project and for everybody who writes a transport or
 * a policy.
 *
 * <ul>
 *   <li>{@link org.postern.testing.ScriptedServer}: a server whose script reads like a session
 *       trace, with TLS from the first byte or in the middle.
 *   <li>{@link org.postern.testing.Dovecot}: a real server, private, started in a moment; {@link
 *       org.postern.testing.RawImap} and {@link org.postern.testing.RawPop} arrange what is on it,
 *       {@link org.postern.testing.TestMail} makes messages for it.
 *   <li>{@link org.postern.testing.TestCa}: certificates, good ones and bad ones.
 *   <li>{@link org.postern.testing.RecordingProxy}: what an eavesdropper would see, and lines that
 *       break, stall or trickle; {@link org.postern.testing.FreePorts} and {@link
 *       org.postern.testing.SilentPort}: servers that are not there.
 *   <li>{@link org.postern.testing.Eventually}: waiting without sleeping.
 * </ul>
 *
 * <p>Nothing here skips a test: what is missing on a machine is an error that says what to install.
 * All ports are free ones on loopback. Parameters and results are never null.
 */
package org.postern.testing;
