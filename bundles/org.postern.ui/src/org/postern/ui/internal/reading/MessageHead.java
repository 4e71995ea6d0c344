package org.postern.ui.internal.reading;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.postern.core.MailAddress;
import org.postern.message.Headers;
import org.postern.message.ReadableMessage;
import org.postern.store.MessageRow;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.list.RowTexts;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Dates;
import org.postern.ui.internal.look.Look;

import java.util.List;
import java.util.stream.Collectors;

/** Over the body: subject, people and date. The texts can be selected and copied. */
final class MessageHead {

    private static final int MOST_PEOPLE = 12;

    private final Composite block;
    private final Portrait portrait;
    private final StyledText subject;
    private final StyledText from;
    private final StyledText to;
    private final StyledText date;

    MessageHead(Composite parent) {
        block = new Composite(parent, SWT.NONE);
        Css.PAGE.style(block);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .extendedMargins(18, 18, 14, 12)
                .spacing(12, 2)
                .applyTo(block);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(block);
        subject = text(WidgetIds.READING_SUBJECT, Messages.Reading_subject, SWT.WRAP);
        subject.setFont(Look.heading());
        wide().span(3, 1).applyTo(subject);
        portrait = new Portrait(block);
        Portrait.room().span(1, 2).indent(0, 6).applyTo(portrait.control());
        from = text(WidgetIds.READING_FROM, Messages.Reading_from, SWT.SINGLE);
        wide().indent(0, 6).applyTo(from);
        date = text(WidgetIds.READING_DATE, Messages.Reading_date, SWT.SINGLE);
        Css.PAGE_MUTED.style(date);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).indent(0, 6).applyTo(date);
        to = text(WidgetIds.READING_TO, Messages.Reading_to, SWT.WRAP);
        Css.PAGE_MUTED.style(to);
        wide().span(2, 1).applyTo(to);
    }

    /** Text that can be selected and copied, without looking like a field. */
    private StyledText text(String id, String name, int style) {
        StyledText text = WidgetIds.name(new StyledText(block, SWT.READ_ONLY | style), id);
        Css.PAGE.style(text);
        text.setCaret(null);
        text.setMargins(0, 0, 0, 0);
        Accessible.name(text, () -> name + ": " + text.getText());
        return text;
    }

    private static GridDataFactory wide() {
        return GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT);
    }

    void show(MessageRow row, ReadableMessage message) {
        Headers headers = message.headers();
        subject.setText(RowTexts.subject(row));
        author(headers, row);
        portrait.show(row.from());
        date.setText(Dates.here().full(row.date()));
        recipients(headers);
    }

    /** The name in bold, the address behind it in less weight. */
    private void author(Headers headers, MessageRow row) {
        MailAddress author = headers.from().stream().findFirst().orElse(row.from());
        String name = author.display().isBlank() ? RowTexts.author(row) : author.display();
        String address = author.name().isBlank() ? "" : "  " + author.address();
        from.setText(name + address);
        StyleRange strong = new StyleRange(0, name.length(), null, null, SWT.BOLD);
        StyleRange weak = new StyleRange();
        weak.start = name.length();
        weak.length = address.length();
        weak.foreground = Look.muted(Look.dark(from));
        from.setStyleRanges(new StyleRange[] {strong, weak});
    }

    private void recipients(Headers headers) {
        String text = Messages.bind(Messages.Reading_toWhom, people(headers.to()));
        if (headers.to().isEmpty()) {
            text = Messages.Reading_toNobody;
        }
        if (!headers.cc().isEmpty()) {
            text += "   " + Messages.bind(Messages.Reading_ccWhom, people(headers.cc()));
        }
        to.setText(text);
    }

    private static String people(List<MailAddress> people) {
        String names =
                people.stream()
                        .limit(MOST_PEOPLE)
                        .map(MailAddress::toString)
                        .collect(Collectors.joining(", "));
        int more = people.size() - MOST_PEOPLE;
        return more > 0
                ? names + " " + Messages.bind(Messages.Reading_morePeople, String.valueOf(more))
                : names;
    }
}
