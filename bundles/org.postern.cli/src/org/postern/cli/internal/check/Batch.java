package org.postern.cli.internal.check;

import com.google.gson.JsonPrimitive;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers a line for each line, in order, until the input ends. Several are worked on at once; an
 * answer is written as soon as those before it are.
 */
final class Batch {

    /** They wait for servers most of the time. */
    private static final int AT_ONCE = 16;

    /** So many lines are read ahead of the answer that is waited for. */
    private static final int AHEAD = 256;

    private static final Future<Optional<Answer>> END =
            CompletableFuture.completedFuture(Optional.empty());

    private final Checker checker;
    private final CheckOptions defaults;
    private final Console console;
    private final IProgressMonitor monitor;
    private final Turns turns = new Turns();
    private final BlockingQueue<Future<Optional<Answer>>> answers = new ArrayBlockingQueue<>(AHEAD);

    Batch(Checker checker, CheckOptions defaults, Console console, IProgressMonitor monitor) {
        this.checker = checker;
        this.defaults = defaults;
        this.console = console;
        this.monitor = monitor;
    }

    /**
     * @return the exit code: that of the worst answer
     */
    int run() throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Batch::daemon);
        CompletableFuture<IOException> broken = new CompletableFuture<>();
        daemon(() -> readAll(workers, broken)).start();
        try {
            int worst = writeAll();
            if (broken.isDone()) {
                throw new IOException(broken.join());
            }
            return worst;
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        } finally {
            workers.shutdownNow();
        }
    }

    /** A thread that waits for input or for a server must not keep the program from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "batch");
        thread.setDaemon(true);
        return thread;
    }

    private void readAll(ExecutorService workers, CompletableFuture<IOException> broken) {
        try {
            Lines lines = new Lines(console.in());
            boolean more = true;
            for (int number = 1; more; number++) {
                more = read(lines, number, workers);
            }
        } catch (IOException e) {
            broken.complete(e);
            answers.offer(END);
        } catch (InterruptedException e) {
            answers.offer(END);
        }
    }

    private boolean read(Lines lines, int number, ExecutorService workers)
            throws IOException, InterruptedException {
        try {
            Optional<char[]> line = lines.next();
            if (line.isEmpty()) {
                answers.put(END);
            } else if (!isBlank(line.get())) {
                answers.put(workers.submit(() -> Optional.of(answer(number, line.get()))));
            }
            return line.isPresent();
        } catch (Lines.Unreadable e) {
            Answer wrong = Answer.wrong(Messages.format(e.getMessage()));
            Answer answer = wrong.to(number, Optional.empty());
            answers.put(CompletableFuture.completedFuture(Optional.of(answer)));
            return true;
        }
    }

    private static boolean isBlank(char[] line) {
        for (char c : line) {
            if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    private Answer answer(int number, char[] text) {
        Optional<JsonPrimitive> id = Optional.empty();
        try (BatchLine line = BatchLine.parse(text)) {
            id = line.id();
            return check(line.request(defaults)).to(number, id);
        } catch (WrongUsage e) {
            return Answer.wrong(e.getMessage()).to(number, id);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private Answer check(CheckRequest request) throws WrongUsage {
        try (Turns.Turn turn = turns.take(request.url(), request.user())) {
            return Answer.of(checker.check(request, rung -> {}, monitor));
        } finally {
            request.password().ifPresent(secret -> secret.close());
        }
    }

    private int writeAll() throws IOException, InterruptedException {
        int worst = ExitCode.SOUND;
        for (Optional<Answer> next = next(); next.isPresent(); next = next()) {
            console.data(next.get().line());
            worst = Math.max(worst, next.get().exit());
        }
        return worst;
    }

    private Optional<Answer> next() throws InterruptedException {
        try {
            return answers.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
