package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.postern.account.SyncOptions;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often an account looks for mail, and what becomes of mail on the server. */
final class SyncFields {

    private static final List<Integer> MINUTES = List.of(0, 1, 5, 10, 15, 30, 60);

    private final Combo interval;
    private final Combo removal;
    private final Spinner days;

    /**
     * @param single whether the account has one mailbox only; elsewhere the server is where mail is
     *     kept, and the engine removes nothing by itself
     */
    SyncFields(Composite parent, SyncOptions options, boolean single) {
        Composite form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        interval = list(form, Messages.Sync_interval, WidgetIds.SETTINGS_INTERVAL);
        MINUTES.forEach(m -> interval.add(minutes(m)));
        interval.select(place(options.every()));
        removal = list(form, Messages.Sync_removal, WidgetIds.SETTINGS_REMOVAL);
        removal.setItems(Messages.Sync_never, Messages.Sync_afterDays, Messages.Sync_atOnce);
        removal.select(options.removal().ordinal());
        removal.addListener(SWT.Selection, e -> showDays());
        days = days(form, options.keepDays());
        showDays();
        if (!single) {
            hideFrom(form, removal);
        }
    }

    /** Hides a list with its label, and all that comes after it. */
    private static void hideFrom(Composite form, Control first) {
        List<Control> all = List.of(form.getChildren());
        for (Control each : all.subList(all.indexOf(first) - 1, all.size())) {
            each.setVisible(false);
            GridData place = (GridData) each.getLayoutData();
            each.setLayoutData(place == null ? excluded(new GridData()) : excluded(place));
        }
    }

    private static GridData excluded(GridData place) {
        place.exclude = true;
        return place;
    }

    private static Combo list(Composite form, String label, String id) {
        Fields.label(form, label);
        Combo list = WidgetIds.name(new Combo(form, SWT.READ_ONLY), id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        return list;
    }

    private static Spinner days(Composite form, int now) {
        Fields.label(form, Messages.Sync_days);
        Spinner days = WidgetIds.name(new Spinner(form, SWT.BORDER), WidgetIds.SETTINGS_KEEP_DAYS);
        days.setValues(now, 1, 3650, 0, 1, 10);
        return days;
    }

    private void showDays() {
        days.setEnabled(removal.getSelectionIndex() == SyncOptions.Removal.AFTER_DAYS.ordinal());
    }

    static String minutes(int minutes) {
        return minutes == 0
                ? Messages.Sync_byHand
                : minutes == 1
                        ? Messages.Sync_everyMinute
                        : Messages.bind(Messages.Sync_every, String.valueOf(minutes));
    }

    /** The place of the entry that comes nearest. */
    private static int place(Optional<Duration> every) {
        int wanted = every.map(d -> (int) d.toMinutes()).orElse(0);
        int place = 0;
        for (int i = 0; i < MINUTES.size(); i++) {
            place = MINUTES.get(i) <= wanted ? i : place;
        }
        return place;
    }

    SyncOptions options() {
        int minutes = MINUTES.get(Math.max(0, interval.getSelectionIndex()));
        return new SyncOptions(
                minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)),
                SyncOptions.Removal.values()[Math.max(0, removal.getSelectionIndex())],
                days.getSelection());
    }
}
