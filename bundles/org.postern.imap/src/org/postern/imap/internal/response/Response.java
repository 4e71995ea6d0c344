package org.postern.imap.internal.response;

/** One thing that the server said (RFC 9051 §7). */
public sealed interface Response
        permits Capabilities,
                Completion,
                Condition,
                Continuation,
                Counted,
                Enabled,
                Exists,
                Expunged,
                Fetched,
                MailboxEntry,
                Other,
                Found,
                Vanished {}
