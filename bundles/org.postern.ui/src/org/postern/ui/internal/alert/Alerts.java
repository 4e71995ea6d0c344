package org.postern.ui.internal.alert;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.store.StoreCheck;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;
import org.postern.ui.Services;
import org.postern.ui.internal.Windows;
import org.postern.ui.internal.jobs.ExplainFailure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens an alert when an account gets into a state that only the user can end: one for each
 * account, never two. An account that worked before and has lost the network is no reason for one.
 */
public final class Alerts implements EngineListener {

    private static final Map<AccountId, AccountAlert> OPEN = new HashMap<>();

    private final Services services;
    private final Display display;
    private final Set<AccountId> worked = ConcurrentHashMap.newKeySet();
    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> held = new LinkedHashSet<>();
    private boolean holding;

    private Alerts(Services services, Display display, boolean holding) {
        this.services = services;
        this.display = display;
        this.holding = holding;
    }

    /**
     * Starts watching the engine.
     *
     * @param untilTouched whether alerts wait until the user first touches mouse or keyboard
     */
    public static void start(Services services, Display display, boolean untilTouched) {
        Alerts alerts = new Alerts(services, display, untilTouched);
        services.engine().addListener(alerts);
        if (untilTouched) {
            alerts.waitForTouch();
        }
        services.accounts()
                .all()
                .forEach(a -> alerts.consider(a.id(), services.engine().state(a.id())));
    }

    private void waitForTouch() {
        Listener touch =
                new Listener() {
                    @Override
                    public void handleEvent(Event event) {
                        display.removeFilter(SWT.MouseDown, this);
                        display.removeFilter(SWT.KeyDown, this);
                        release();
                    }
                };
        display.addFilter(SWT.MouseDown, touch);
        display.addFilter(SWT.KeyDown, touch);
    }

    private void release() {
        holding = false;
        held.forEach(this::explain);
        held.clear();
    }

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        if (after instanceof AccountState.Online) {
            worked.add(account);
        }
        later(() -> consider(account, after));
    }

    private void consider(AccountId account, AccountState state) {
        if (!alarming(account, state)) {
            closeIfSolved(account, state);
        } else if (holding) {
            held.add(account);
        } else {
            explain(account);
        }
    }

    private boolean alarming(AccountId account, AccountState state) {
        return switch (state) {
            case AccountState.OfflineCannot s -> true;
            case AccountState.WaitingForPassword s -> true;
            case AccountState.WaitingForNetwork s -> s.attempts() == 1 && !worked.contains(account);
            default -> false;
        };
    }

    private void closeIfSolved(AccountId account, AccountState state) {
        held.remove(account);
        AccountAlert alert = OPEN.get(account);
        if (alert != null && state instanceof AccountState.Online) {
            alert.close();
        }
    }

    /** Looks closer first, so that the alert names the true cause and the mend that works. */
    private void explain(AccountId id) {
        var account = services.accounts().find(id);
        var reason = services.engine().state(id).reason();
        if (account.isPresent() && reason.isPresent()) {
            ExplainFailure.schedule(
                    services,
                    account.get(),
                    reason.get(),
                    diagnosis -> later(() -> showIfStill(id, reason.get())));
        }
    }

    private void later(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(work);
        }
    }

    /** Meanwhile the user may have mended it. */
    private void showIfStill(AccountId id, Failure failure) {
        if (services.engine().state(id).reason().equals(Optional.of(failure))) {
            show(services, id);
        }
    }

    /**
     * Shows the alert of an account whose state has a reason, with what is known of it already; on
     * the user interface's thread.
     */
    public static void show(Services services, AccountId id) {
        var account = services.accounts().find(id);
        var reason = services.engine().state(id).reason();
        if (account.isPresent() && reason.isPresent()) {
            show(services, account.get(), reason.get());
        }
    }

    private static void show(Services services, Account account, Failure failure) {
        AccountAlert before = OPEN.remove(account.id());
        if (before != null) {
            before.close();
        }
        var diagnosis = services.diagnostician().diagnose(account, failure);
        AccountAlert alert = new AccountAlert(shell(), services, account, failure, diagnosis);
        OPEN.put(account.id(), alert);
        alert.whenClosed(() -> OPEN.remove(account.id(), alert));
        alert.open();
    }

    private static Shell shell() {
        return Windows.active().orElseThrow().getShell();
    }

    /** Servers say the same at every login; a person is told once. */
    @Override
    public void told(AccountId account, String text) {
        if (words.add(account.value() + '\n' + text)) {
            later(() -> ServerWord.show(services, shell(), account, text));
        }
    }

    @Override
    public void damaged(StoreCheck found) {
        if (!found.losses().isEmpty()) {
            later(() -> Loss.show(shell(), found.losses()));
        }
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        later(() -> Refusal.show(services, shell(), account, failure));
    }
}
