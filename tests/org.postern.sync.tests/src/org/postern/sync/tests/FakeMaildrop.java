package org.postern.sync.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A maildrop that is served as RFC 1939 says, one session at a time. It drops the line after so
 * many bytes when it is told to, and may forget what it called its messages.
 */
final class FakeMaildrop implements AutoCloseable {

    /** Never cut. */
    static final long WHOLE = Long.MAX_VALUE;

    private final ServerSocket listener;
    private final Map<String, String> messages = new LinkedHashMap<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    volatile long cutAfter = WHOLE;
    volatile long longest;
    volatile int cuts;
    volatile boolean knowsUidl = true;
    volatile Consumer<String> removed = text -> {};

    FakeMaildrop() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("Maildrop").start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized void put(String id, String text) {
        messages.put(id, text);
    }

    synchronized void clear() {
        messages.clear();
    }

    synchronized List<String> texts() {
        return List.copyOf(messages.values());
    }

    /** The same messages under other names. */
    synchronized void rename(String suffix) {
        Map<String, String> old = new LinkedHashMap<>(messages);
        messages.clear();
        old.forEach((id, text) -> messages.put(id + suffix, text));
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                // Answers to pipelined commands must not wait for acknowledgements of 40 ms each.
                socket.setTcpNoDelay(true);
                new Session(socket).run();
            } catch (IOException e) {
                commands.add("ended"); // cut, or left by the client
            }
        }
    }

    /** One login; what it deletes is removed by QUIT alone. */
    private final class Session {
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> ids = new ArrayList<>();
        private final Set<String> marked = new HashSet<>();
        private long left = cutAfter;
        private long sent;

        Session(Socket socket) throws IOException {
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
            synchronized (FakeMaildrop.this) {
                ids.addAll(messages.keySet());
            }
        }

        void run() throws IOException {
            say("+OK ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line.startsWith("PASS") ? "PASS" : line);
                String[] words = line.split(" ");
                boolean quit = words[0].equals("QUIT");
                if (quit) {
                    removeMarked();
                }
                say(answer(words));
                if (quit) {
                    return;
                }
            }
        }

        private String answer(String[] words) {
            return switch (words[0]) {
                case "CAPA" -> "+OK\r\nTOP\r\nUIDL\r\nUSER\r\nPIPELINING\r\n.\r\n";
                case "LIST" -> list(id -> Integer.toString(text(id).length()));
                case "UIDL" -> knowsUidl ? list(id -> id) : "-ERR not today\r\n";
                case "RETR" -> "+OK\r\n" + block(text(id(words))) + ".\r\n";
                case "TOP" -> "+OK\r\n" + block(head(text(id(words)))) + ".\r\n";
                case "DELE" -> mark(id(words));
                default -> "+OK\r\n";
            };
        }

        private String list(java.util.function.UnaryOperator<String> what) {
            StringBuilder list = new StringBuilder("+OK\r\n");
            for (int i = 0; i < ids.size(); i++) {
                list.append(i + 1).append(' ').append(what.apply(ids.get(i))).append("\r\n");
            }
            return list.append(".\r\n").toString();
        }

        private String id(String[] words) {
            return ids.get(Integer.parseInt(words[1]) - 1);
        }

        private String text(String id) {
            synchronized (FakeMaildrop.this) {
                return messages.get(id);
            }
        }

        private String head(String text) {
            return text.substring(0, text.indexOf("\r\n\r\n") + 4);
        }

        private String block(String text) {
            return text.replaceAll("(?m)^\\.", "..");
        }

        private String mark(String id) {
            marked.add(id);
            return "+OK\r\n";
        }

        private void removeMarked() {
            synchronized (FakeMaildrop.this) {
                marked.forEach(id -> removed.accept(messages.remove(id)));
            }
        }

        private void say(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            int now = (int) Math.min(bytes.length, left);
            out.write(bytes, 0, now);
            out.flush();
            left -= now;
            sent += now;
            longest = Math.max(longest, sent);
            if (now < bytes.length) {
                cuts++;
                throw new IOException("cut");
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
