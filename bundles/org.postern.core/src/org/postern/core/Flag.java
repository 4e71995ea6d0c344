package org.postern.core;

/** The message flags that every part of Postern understands (RFC 9051 §2.3.2, RFC 5788). */
public enum Flag {
    SEEN,
    FLAGGED,
    ANSWERED,
    DRAFT,
    DELETED,
    FORWARDED
}
