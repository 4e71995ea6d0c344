package org.postern.store.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.sqlite.SQLiteErrorCode;

import java.nio.file.Path;
import java.sql.SQLException;

/** What the disk threw, as a failure for people. */
public final class Failures {

    private Failures() {}

    public static MailException writing(Exception e) {
        return of(Messages.format(full(e) ? "store.full" : "store.write"), e);
    }

    public static MailException reading(Exception e) {
        return of(Messages.format(full(e) ? "store.full" : "store.read"), e);
    }

    public static MailException opening(Path root, Exception e) {
        return of(Messages.format(full(e) ? "store.full" : "store.open", root), e);
    }

    private static boolean full(Exception e) {
        if (e instanceof SQLException sql) {
            return (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code;
        }
        String text = String.valueOf(e.getMessage());
        return text.contains("No space left") || text.contains("not enough space");
    }

    private static MailException of(String what, Exception e) {
        return new MailException(new Failure.LocalStorage(what, e.toString()), e);
    }
}
