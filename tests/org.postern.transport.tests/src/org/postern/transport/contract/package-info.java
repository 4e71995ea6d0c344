/**
 * What every transport must keep, as tests to inherit from. The author of a transport extends
 * {@link org.postern.transport.contract.SessionContract}, {@link
 * org.postern.transport.contract.BodyContract}, the contract of each capability that its sessions
 * have and, where somebody logs in, {@link org.postern.transport.contract.LoginContract}; each
 * subclass only says how to reach the mail, with a {@link
 * org.postern.transport.contract.MailFixture}.
 *
 * <pre>
 * class MaildirContractTest {
 *     &#64;Nested
 *     class Session extends SessionContract {
 *         &#64;Override
 *         protected MailFixture newFixture() throws IOException {
 *             return new MaildirFixture();
 *         }
 *     }
 *
 *     &#64;Nested
 *     class Flags extends CanFlagContract {
 *         &#64;Override
 *         protected MailFixture newFixture() throws IOException {
 *             return new MaildirFixture();
 *         }
 *     }
 * }
 * </pre>
 *
 * The tests need JUnit Jupiter and the packages of org.postern.core and org.postern.transport, and
 * nothing else. They know no protocol: where a session sees only the mail that was there when it
 * was opened, as POP3 does, they open another one to look again.
 */
package org.postern.transport.contract;
