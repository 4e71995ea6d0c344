package org.postern.ui.internal.doctor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rungs, each with its tick or cross. */
final class LadderTable {

    private static final int STATE = 100;
    private static final int TOOK = 75;
    private static final int NARROWEST = 130;

    private final Table table;
    private final Map<Rung, RungResult> rungs = new EnumMap<>(Rung.class);

    /**
     * @param selected hears of another selection
     */
    LadderTable(Composite parent, Runnable selected) {
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        WidgetIds.name(table, WidgetIds.DOCTOR_LADDER);
        Accessible.name(table, Messages.Doctor_ladderName);
        Css.LIST.style(table);
        for (int width : new int[] {NARROWEST, STATE, TOOK}) {
            new TableColumn(table, SWT.NONE).setWidth(width);
        }
        table.getColumn(2).setAlignment(SWT.RIGHT);
        table.addListener(SWT.Resize, e -> stretch());
        table.addListener(SWT.Selection, e -> selected.run());
        clear();
    }

    private void stretch() {
        int room = table.getClientArea().width - STATE - TOOK;
        table.getColumn(0).setWidth(Math.max(room, NARROWEST));
    }

    /** Nothing was looked at yet. */
    void clear() {
        table.setItemCount(0);
        for (Rung rung : Rung.values()) {
            new TableItem(table, SWT.NONE);
            show(RungResult.skipped(rung));
        }
    }

    /** Shows how a rung holds now. */
    void show(RungResult result) {
        rungs.put(result.rung(), result);
        TableItem item = table.getItem(result.rung().ordinal());
        item.setImage(Images.get(icon(result.state())));
        item.setText(
                new String[] {
                    result.rung().label(),
                    RungTexts.state(result.state()),
                    RungTexts.took(result.took())
                });
        item.setForeground(colour(result.state()));
    }

    /** Colours are in the rows, so they are made anew when the ground changes. */
    void reload() {
        List.copyOf(rungs.values()).forEach(this::show);
    }

    private static String icon(RungResult.State state) {
        return switch (state) {
            case PASSED -> "passed";
            case WARNED -> "warning";
            case FAILED -> "problem";
            case SKIPPED -> "skipped";
            case RUNNING -> "connecting";
        };
    }

    private Color colour(RungResult.State state) {
        boolean dark = Look.dark(table);
        return switch (state) {
            case SKIPPED -> Look.muted(dark);
            case FAILED -> Look.alarm(dark);
            default -> null;
        };
    }

    /** Selects the rung that broke, or else the last one that was looked at. */
    void selectDecisive() {
        Rung rung =
                first(RungResult.State.FAILED)
                        .or(() -> first(RungResult.State.WARNED))
                        .orElse(Rung.LOGIN);
        table.setSelection(rung.ordinal());
        table.showSelection();
    }

    private Optional<Rung> first(RungResult.State state) {
        return rungs.values().stream()
                .filter(r -> r.state() == state)
                .map(RungResult::rung)
                .findFirst();
    }

    /** The rung that is selected. */
    Optional<RungResult> selected() {
        int place = table.getSelectionIndex();
        return place < 0 ? Optional.empty() : Optional.of(rungs.get(Rung.values()[place]));
    }

    void setFocus() {
        table.setFocus();
    }
}
