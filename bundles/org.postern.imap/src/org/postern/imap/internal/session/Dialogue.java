package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Continuation;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseReader;
import org.postern.imap.internal.wire.Garbled;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.WireIn;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.Timeouts;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands go out, responses come in, several commands at once if wished. One thread at a time;
 * only {@link #close()} may come from another.
 */
final class Dialogue implements AutoCloseable {

    private final Connection connection;
    private final Timeouts timeouts;
    private final Limits limits;
    private final WireIn in;
    private final CommandWriter out;
    private final ResponseReader reader;
    private final Failures failures;
    private final Allowance allowance;
    private final Measures measures;
    private final Told told;
    private final ReentrantLock busy = new ReentrantLock();
    private final Map<String, Command> inFlight = new LinkedHashMap<>();
    private IProgressMonitor monitor;
    private boolean loggedIn;
    private volatile boolean closed;

    Dialogue(Connection connection, Timeouts timeouts, Limits limits) {
        this.connection = connection;
        this.timeouts = timeouts;
        this.limits = limits;
        this.in = new WireIn(connection.in(), limits);
        this.out = new CommandWriter(connection.out(), connection.hidden());
        this.reader = new ResponseReader(in, limits);
        this.measures = new Measures(connection);
        this.allowance = new Allowance(limits);
        this.failures = new Failures(connection.peer(), timeouts);
        this.told = new Told(failures, connection::told);
    }

    Endpoint peer() {
        return connection.peer();
    }

    Connection connection() {
        return connection;
    }

    Limits limits() {
        return limits;
    }

    Failures failures() {
        return failures;
    }

    /** What the server told so far. */
    Told told() {
        return told;
    }

    /** Names of mailboxes are in UTF-8 from here on (RFC 6855 §3, RFC 9051 §5.1). */
    void speakUtf8() {
        out.speakUtf8();
    }

    /** Until {@link #loggedIn} the server has few bytes; the connection limits its time. */
    void beforeLogin() {
        in.allow(limits.beforeLogin());
    }

    /** Tells the connection what the server can do. */
    void offered() {
        connection.offered(told.capabilities().names().stream().sorted().toList());
    }

    void loggedIn(Login how) {
        connection.loggedIn(how);
        loggedIn = true;
        in.allowAll();
        failures.step(Step.MAIL);
    }

    /**
     * Runs an exchange. Whatever breaks it closes the connection and comes out as a failure;
     * cancelling closes it, too. A refused command alone leaves it open.
     */
    <T> T during(IProgressMonitor caller, Exchange<T> exchange) throws MailException {
        busy.lock();
        try (Connection.Guard guard = connection.guard(caller)) {
            monitor = caller;
            checkCancelled();
            checkOpen();
            T result = exchange.run();
            checkCancelled();
            return result;
        } catch (IOException broken) {
            abandon();
            checkCancelled();
            throw failed(broken);
        } catch (MailException failed) {
            if (!survives(failed.failure())) {
                abandon();
            }
            checkCancelled();
            throw failed;
        } catch (RuntimeException theCallersOwn) {
            abandon();
            throw theCallersOwn;
        } finally {
            busy.unlock();
        }
    }

    /** Something that is said to and fro. */
    @FunctionalInterface
    interface Exchange<T> {
        T run() throws IOException, MailException;
    }

    /** What broke on the wire as a failure. */
    MailException failed(IOException broken) {
        return new MailException(failures.of(broken, in.head()), broken);
    }

    private boolean survives(Failure failure) {
        boolean harmless =
                failure instanceof Failure.CommandRefused
                        || failure instanceof Failure.NoSuchMailbox;
        return harmless && inFlight.isEmpty();
    }

    private void checkCancelled() {
        if (monitor.isCanceled()) {
            abandon();
            throw new OperationCanceledException();
        }
    }

    private void checkOpen() throws MailException {
        if (closed) {
            throw new MailException(new Failure.Closed(peer(), Step.MAIL, ""));
        }
    }

    /** One command that must succeed. */
    Completion require(Command command, Listener listener) throws IOException, MailException {
        Completion completion = run(command, listener);
        if (!completion.ok()) {
            throw new MailException(failures.refused(command.name(), completion));
        }
        return completion;
    }

    /** One command, however it ends. */
    Completion run(Command command, Listener listener) throws IOException, MailException {
        Completion[] ended = new Completion[1];
        pipeline(
                List.of(command).iterator(), 1, listener, (c, completion) -> ended[0] = completion);
        return ended[0];
    }

    /** One command in which the server asks and gets answers that nobody else may hear. */
    Completion converse(Command command, Answers answers) throws IOException, MailException {
        Completion[] ended = new Completion[1];
        Ended end = (c, completion) -> ended[0] = completion;
        begin(command, Listener.NOBODY, end);
        while (ended[0] == null) {
            switch (next(Listener.NOBODY)) {
                case Continuation question -> answer(answers.to(question.text()));
                case Completion completion -> finish(completion, end);
                default -> checkCancelled();
            }
        }
        return ended[0];
    }

    private void answer(byte[] secret) throws IOException {
        out.secretLine(secret);
        Arrays.fill(secret, (byte) 0);
    }

    /** Knows the answers. */
    @FunctionalInterface
    interface Answers {
        byte[] to(String question) throws MailException;
    }

    /**
     * Several commands, some of them under way at the same time.
     *
     * @param depth how many at most
     * @param listener hears what belongs to any of them
     * @param ended hears how each of them ended
     */
    void pipeline(Iterator<Command> commands, int depth, Listener listener, Ended ended)
            throws IOException, MailException {
        while (commands.hasNext() || !inFlight.isEmpty()) {
            while (commands.hasNext() && inFlight.size() < depth) {
                begin(commands.next(), listener, ended);
            }
            if (!inFlight.isEmpty() && next(listener) instanceof Completion completion) {
                finish(completion, ended);
            }
        }
    }

    /** Hears how commands end. */
    @FunctionalInterface
    interface Ended {
        void ended(Command command, Completion completion) throws MailException;
    }

    private void begin(Command command, Listener listener, Ended ended)
            throws IOException, MailException {
        String tag = out.nextTag();
        inFlight.put(tag, command);
        measures.begin(tag, command.name());
        allowance.renew();
        Optional<Completion> early =
                out.write(
                        tag,
                        command,
                        told.capabilities(),
                        () -> awaitGoAhead(tag, listener, ended));
        if (early.isPresent()) {
            finish(early.get(), ended);
        }
    }

    /** Commands that were under way already may end meanwhile. */
    private Optional<Completion> awaitGoAhead(String tag, Listener listener, Ended ended)
            throws IOException, MailException {
        while (true) {
            switch (next(listener)) {
                case Continuation go -> {
                    return Optional.empty();
                }
                case Completion completion when completion.tag().equals(tag) -> {
                    return Optional.of(completion);
                }
                case Completion earlier -> finish(earlier, ended);
                default -> checkCancelled();
            }
        }
    }

    private void finish(Completion completion, Ended ended) throws IOException, MailException {
        Command command = inFlight.remove(completion.tag());
        measures.end(completion);
        if (command == null) {
            throw new Garbled("the end of a command that was never sent");
        }
        allowance.renew();
        told.heed(completion, loggedIn);
        ended.ended(command, completion);
    }

    /** Begins a command and waits until the server asks for more of it. */
    void beginWaiting(Command command, Listener listener) throws IOException, MailException {
        begin(command, listener, this::refuse);
        String tag = inFlight.keySet().iterator().next();
        Optional<Completion> early = awaitGoAhead(tag, listener, this::refuse);
        if (early.isPresent()) {
            finish(early.get(), this::refuse);
        }
    }

    private void refuse(Command command, Completion completion) throws MailException {
        throw new MailException(failures.refused(command.name(), completion));
    }

    /** Sends the last line of such a command and hears it out. */
    void endWaiting(byte[] line, Listener listener) throws IOException, MailException {
        out.line(line);
        pipeline(List.<Command>of().iterator(), 1, listener, (c, completion) -> {});
    }

    /**
     * Waits for one response that nobody asked for.
     *
     * @return whether one came in that time
     */
    boolean hear(Duration atMost, Listener listener) throws IOException, MailException {
        connection.readTimeout(atMost);
        boolean came = in.arrives();
        connection.readTimeout(timeouts.read());
        if (came && next(listener) instanceof Completion completion) {
            finish(completion, this::refuse);
        }
        return came;
    }

    private Response next(Listener listener) throws IOException, MailException {
        checkCancelled();
        out.flush();
        Response response = reader.next(listener.bodies());
        allowance.spend(response);
        boolean news = !(response instanceof Completion) && !listener.heard(response);
        if (news) {
            told.take(response);
        }
        return response;
    }

    /**
     * Both directions are compressed from here on.
     *
     * @throws IOException when the connection cannot, though the server does by now
     */
    void compress() throws IOException {
        if (!connection.compress(in.takeUnread())) {
            throw new IOException("the connection cannot be compressed");
        }
    }

    /** Closes the connection without a word. */
    void abandon() {
        closed = true;
        connection.close();
    }

    /** Says good-bye unless a command is running, and closes. */
    @Override
    public void close() {
        if (!closed && !busy.isHeldByCurrentThread() && busy.tryLock()) {
            try {
                Farewell.say(connection, out);
            } finally {
                busy.unlock();
            }
        }
        abandon();
    }
}
