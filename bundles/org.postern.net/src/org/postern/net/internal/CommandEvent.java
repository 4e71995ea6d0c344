package org.postern.net.internal;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One command of a protocol, for Java Flight Recorder: its verb and never its arguments. */
@Name("org.postern.Command")
@Label("Command")
@Category({"Postern", "Network"})
@StackTrace(false)
final class CommandEvent extends Event {

    @Label("Account")
    String account;

    @Label("Protocol")
    String protocol;

    @Label("Verb")
    String verb;

    @Label("Received")
    @DataAmount
    long received;

    @Label("Sent")
    @DataAmount
    long sent;

    @Label("Outcome")
    String outcome;
}
