package org.postern.store.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.file.Path;

/** What the disk threw, as a failure for people. */
public final class Failures {

    private Failures() {}

    public static MailException writing(IOException e) {
        return of(Messages.format("store.write"), e);
    }

    public static MailException reading(IOException e) {
        return of(Messages.format("store.read"), e);
    }

    public static MailException opening(Path root, IOException e) {
        return of(Messages.format("store.open", root), e);
    }

    private static MailException of(String what, IOException e) {
        return new MailException(new Failure.LocalStorage(what, e.toString()), e);
    }
}
