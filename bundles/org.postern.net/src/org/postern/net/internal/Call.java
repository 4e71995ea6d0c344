package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.ConnectRequest;
import org.postern.net.Observation;
import org.postern.net.Timeouts;
import org.postern.net.internal.log.Transcript;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A TCP connection that is being made into what was asked for, and all that goes with it.
 *
 * @param budget what the server may cost until the login
 * @param transcript hears what is said
 */
record Call(
        ConnectRequest request,
        IProgressMonitor monitor,
        TapSocket socket,
        Admission admission,
        Budget budget,
        Transcript transcript) {

    /** The budget begins when TCP stands. */
    static Call begin(
            ConnectRequest request,
            IProgressMonitor monitor,
            TapSocket socket,
            Admission admission,
            Transcript transcript) {
        Budget budget = new Budget(request.endpoint(), request.timeouts().login());
        socket.charge(budget);
        return new Call(request, monitor, socket, admission, budget, transcript);
    }

    Endpoint peer() {
        return request.endpoint();
    }

    Timeouts timeouts() {
        return request.timeouts();
    }

    /** A step that costs of the budget. */
    Stage stage(Step step, Duration limit) {
        return new Stage(peer(), step, limit, monitor, Optional.of(budget));
    }

    /** The first line of the server, in clear or protected. */
    Stage greetingStage() {
        return stage(Step.GREETING, timeouts().greeting());
    }

    LineReader lines(Socket source) throws MailException {
        return greetingStage().run(socket, () -> new LineReader(peer(), source.getInputStream()));
    }

    /** The greeting belongs to what the connection shows, so it is logged like all else. */
    void greeted(String line) {
        tell(new Observation.Greeted(Text.visible(line)));
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        transcript.received(bytes, 0, bytes.length);
    }

    void tell(Observation seen) {
        request.observer().seen(seen);
    }
}
