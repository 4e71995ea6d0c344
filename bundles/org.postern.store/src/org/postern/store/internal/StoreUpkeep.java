package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.store.PatrolPace;
import org.postern.store.StoreCheck;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** What keeps a store in order. */
public final class StoreUpkeep {

    private final StoreRoot root;

    public StoreUpkeep(StoreRoot root) {
        this.root = root;
    }

    public StoreCheck verify(Set<AccountId> accounts, IProgressMonitor monitor)
            throws MailException {
        try {
            return new Check(root, accounts, monitor).run();
        } catch (SQLException | IOException e) {
            throw Failures.reading(e);
        }
    }

    public void patrol(PatrolPace pace, Consumer<StoreCheck> news) {
        new Patrol(root, root.folder().resolve("patrol"), pace, news).start();
    }

    public void reclaim(IProgressMonitor monitor) throws MailException {
        try {
            new Compaction(root).run(monitor);
        } catch (SQLException | IOException e) {
            throw Failures.writing(e);
        }
    }
}
