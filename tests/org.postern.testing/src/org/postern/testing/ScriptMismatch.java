package org.postern.testing;

import java.io.IOException;

/** The client did something else than the script says; the message tells what came. */
final class ScriptMismatch extends IOException {
    private static final long serialVersionUID = 1L;

    ScriptMismatch(String came) {
        super(came);
    }
}
