package org.postern.search.internal.index;

import org.apache.lucene.store.Directory;

import java.util.function.UnaryOperator;

/**
 * How an index follows. Times are milliseconds.
 *
 * @param messages how many it works on at once
 * @param threads how many work when there are many
 * @param megabytes of memory for what is not written yet
 * @param showWhileBusy after how long what is done can be found while there is more to do
 * @param showUnasked the same when nobody has asked anything since, for it costs something
 * @param commitWhileBusy after how long what is done is made durable while there is more to do
 * @param commitWhenIdle the same when there is no more
 * @param sweepWhileBusy after how long messages without bodies are looked for
 * @param sweepWhenIdle the same when there is nothing else to do
 * @param look how often an idle index looks whether it is time for one of these
 * @param shown called when something else can be found
 * @param disk laid over the folder of the index; a test lets it fail
 */
public record Pace(
        int messages,
        int threads,
        int megabytes,
        long showWhileBusy,
        long showUnasked,
        long commitWhileBusy,
        long commitWhenIdle,
        long sweepWhileBusy,
        long sweepWhenIdle,
        long look,
        Runnable shown,
        UnaryOperator<Directory> disk) {

    public static final Pace STANDARD =
            new Pace(
                    500,
                    2,
                    24,
                    2_000,
                    20_000,
                    15_000,
                    2_000,
                    30_000,
                    1_500,
                    500,
                    () -> {},
                    UnaryOperator.identity());

    /** The same, telling somebody else. */
    public Pace telling(Runnable listener) {
        return new Pace(
                messages,
                threads,
                megabytes,
                showWhileBusy,
                showUnasked,
                commitWhileBusy,
                commitWhenIdle,
                sweepWhileBusy,
                sweepWhenIdle,
                look,
                listener,
                disk);
    }
}
