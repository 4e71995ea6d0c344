package org.postern.ui.internal.list;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.services.IServiceLocator;
import org.postern.account.Account;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Commands;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.folders.AccountBadge;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;

import java.util.Optional;

/** A bar over the list that says why the account gets no mail, and leads to the way out. */
final class AccountBanner {

    private final Services services;
    private final Composite bar;
    private final Label icon;
    private final Label text;

    AccountBanner(Composite parent, IServiceLocator site, Services services) {
        this.services = services;
        bar = WidgetIds.name(new Composite(parent, SWT.NONE), WidgetIds.LIST_BANNER);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(8, 8).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        icon = new Label(bar, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).applyTo(icon);
        text = new Label(bar, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        Css.CAUTION.style(bar, icon, text);
        action(site);
    }

    private void action(IServiceLocator site) {
        Button button = WidgetIds.name(new Button(bar, SWT.PUSH), WidgetIds.LIST_BANNER_ACTION);
        button.setText(Messages.Banner_action);
        button.addListener(SWT.Selection, e -> Commands.run(site, Commands.EXPLAIN));
        GridDataFactory.swtDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(button);
    }

    void show(Optional<Account> account) {
        AccountState state =
                account.map(a -> services.engine().state(a.id())).orElseGet(AccountState.Idle::new);
        boolean wanted = state.reason().isPresent() || state instanceof AccountState.OfflineByUser;
        ((GridData) bar.getLayoutData()).exclude = !wanted;
        bar.setVisible(wanted);
        if (wanted) {
            say(AccountBadge.of(account.orElseThrow(), state, false, services.diagnostician()));
        }
    }

    private void say(AccountBadge badge) {
        icon.setImage(Images.get(badge.icon()));
        text.setText(badge.tooltip());
        bar.layout();
    }
}
