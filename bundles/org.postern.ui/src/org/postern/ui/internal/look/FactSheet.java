package org.postern.ui.internal.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts in two columns, to be read, selected and copied. */
public final class FactSheet {

    private static final int GAP = 14;
    private static final int WIDEST = 190;

    private final StyledText text;
    private List<Fact> facts = List.of();

    /**
     * @param name for screen readers
     */
    public FactSheet(Composite parent, String name) {
        text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setAlwaysShowScrollBars(false);
        text.setMargins(10, 8, 10, 8);
        text.setLineSpacing(3);
        Accessible.name(text, name);
        Css.PAGE.style(text);
    }

    /** The widget. */
    public StyledText control() {
        return text;
    }

    /** What it shows. */
    public List<Fact> facts() {
        return facts;
    }

    /** Shows these. */
    public void show(List<Fact> shown) {
        if (shown.equals(facts)) {
            return;
        }
        facts = List.copyOf(shown);
        StringBuilder all = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        shown.forEach(fact -> append(all, styles, fact));
        text.setText(all.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
        int indent = indent();
        for (int line = 0; line < text.getLineCount(); line++) {
            text.setLineTabStops(line, 1, new int[] {indent});
            text.setLineWrapIndent(line, 1, indent);
        }
    }

    private void append(StringBuilder all, List<StyleRange> styles, Fact fact) {
        int start = all.length();
        all.append(fact.label());
        styles.add(style(start, all.length(), Look.muted(dark())));
        int value = all.length();
        for (String line : fact.value().split("\n", -1)) {
            all.append('\t').append(line).append('\n');
        }
        colour(fact.tone()).ifPresent(c -> styles.add(style(value, all.length(), c)));
    }

    private static StyleRange style(int start, int end, Color colour) {
        return new StyleRange(start, end - start, colour, null);
    }

    private Optional<Color> colour(Fact.Tone tone) {
        return switch (tone) {
            case PLAIN -> Optional.empty();
            case QUIET -> Optional.of(Look.muted(dark()));
            case SOUND -> Optional.of(Look.sound(dark()));
            case CAUTION -> Optional.of(Look.caution(dark()));
            case ALARM -> Optional.of(Look.alarm(dark()));
        };
    }

    private boolean dark() {
        return Look.dark(text);
    }

    private int indent() {
        GC gc = new GC(text);
        try {
            int widest = facts.stream().mapToInt(f -> gc.textExtent(f.label()).x).max().orElse(0);
            return Math.min(widest, WIDEST) + GAP;
        } finally {
            gc.dispose();
        }
    }

    /** Puts all of it on the clipboard. */
    public void copy() {
        Clip.put(text.getDisplay(), Fact.text(facts));
    }
}
