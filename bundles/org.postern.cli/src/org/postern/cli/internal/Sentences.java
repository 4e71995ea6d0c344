package org.postern.cli.internal;

import org.postern.core.Failure;
import org.postern.core.Text;

/** Failures of this machine, for a person; those of a connection are the Doctor's to tell. */
public final class Sentences {

    private Sentences() {}

    public static String of(Failure failure) {
        return switch (failure) {
            case Failure.LocalStorage f -> f.what() + "\n  " + Text.visible(f.detail());
            case Failure.BadSettings f -> f.sentence();
            default -> Text.visible(failure.toString());
        };
    }
}
