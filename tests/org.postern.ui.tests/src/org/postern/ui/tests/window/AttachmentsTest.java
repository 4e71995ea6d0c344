package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postern.message.Attachment;
import org.postern.message.Bytes;
import org.postern.message.MessageReader;
import org.postern.testing.Eventually;
import org.postern.testing.TestMail;
import org.postern.ui.internal.reading.AttachmentChooser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Attachments come onto the disk as they were sent. */
@ExtendWith(InWindow.class)
class AttachmentsTest {

    private static final byte[] BILL = random(200_000);
    private static final byte[] MENU = "soup, or salad".getBytes();

    @TempDir Path folder;

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Somebody who always wants the same place, and keeps the proposed name. */
    private record FakeAsker(Path folder) implements AttachmentChooser.Asker {

        @Override
        public Optional<Path> file(Shell shell, String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> folder(Shell shell) {
            return Optional.of(folder);
        }
    }

    private static List<Attachment> attachments() throws IOException {
        byte[] mail =
                TestMail.subject("Bill")
                        .attachment("bill.pdf", "application/pdf", BILL)
                        .attachment("menu.bin", "application/octet-stream", MENU)
                        .bytes();
        return MessageReader.read(Bytes.of(mail)).attachments();
    }

    private void save(List<Attachment> attachments) {
        Screen screen = InWindow.program().screen();
        Shell shell = screen.awaitShell("Postern");
        screen.run(() -> new AttachmentChooser(new FakeAsker(folder)).save(shell, attachments));
    }

    private void await(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Eventually.until(() -> Files.exists(file), Program.PATIENCE, () -> name + " is saved");
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void oneGoesToTheFileThatWasChosen() throws IOException {
        save(List.of(attachments().getFirst()));
        await("bill.pdf", BILL);
    }

    @Test
    void severalGoToTheFolderAndReplaceNothing() throws IOException {
        Files.writeString(folder.resolve("bill.pdf"), "mine");
        save(attachments());
        await("bill (2).pdf", BILL);
        await("menu.bin", MENU);
        assertEquals("mine", Files.readString(folder.resolve("bill.pdf")));
    }
}
