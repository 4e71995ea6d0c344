package org.postern.net.internal;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

import org.postern.core.MailException;
import org.postern.net.ConnectRequest;
import org.postern.net.Posture;

/** One try to connect, for Java Flight Recorder. Holds no secret. */
@Name("org.postern.Connect")
@Label("Connect")
@Category({"Postern", "Network"})
@Description("From the policies to the greeting")
@StackTrace(false)
final class ConnectEvent extends Event {

    @Label("Account")
    String account;

    @Label("Host")
    String host;

    @Label("Port")
    int port;

    @Label("Protocol")
    String protocol;

    @Label("Security")
    String security;

    @Label("TLS Version")
    String tls;

    @Label("Cipher Suite")
    String cipher;

    @Label("Failure")
    @Description("The kind of failure, or nothing")
    String failure;

    static ConnectEvent begin(ConnectRequest request) {
        ConnectEvent event = new ConnectEvent();
        event.account = request.account().value();
        event.host = request.endpoint().host();
        event.port = request.endpoint().port().number();
        event.protocol = request.dialect().protocol();
        event.security = request.security().name();
        event.begin();
        return event;
    }

    void made(Posture posture) {
        tls = posture.protocol().orElse("");
        cipher = posture.cipherSuite().orElse("");
        commit();
    }

    void failed(MailException e) {
        failure = e.failure().getClass().getSimpleName();
        commit();
    }
}
