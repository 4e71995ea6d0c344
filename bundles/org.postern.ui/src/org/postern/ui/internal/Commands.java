package org.postern.ui.internal;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** The ids of our commands, and a way to run one. */
public final class Commands {

    public static final String REFRESH = "org.postern.ui.refresh";
    public static final String NEW_ACCOUNT = "org.postern.ui.newAccount";
    public static final String ACCOUNT_SETTINGS = "org.postern.ui.accountSettings";
    public static final String DELETE = "org.postern.ui.deleteMessages";
    public static final String FLAG = "org.postern.ui.toggleFlag";
    public static final String TOGGLE_ONLINE = "org.postern.ui.toggleOnline";
    public static final String SECURITY = "org.postern.ui.security";
    public static final String EXPLAIN = "org.postern.ui.explain";

    private Commands() {}

    /** Runs a command if it is enabled. A failure is logged; the handler told the user. */
    public static void run(IServiceLocator where, String command) {
        try {
            where.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            Problems.log(command, e);
        }
    }
}
