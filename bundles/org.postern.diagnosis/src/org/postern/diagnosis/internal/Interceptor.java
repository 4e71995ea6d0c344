package org.postern.diagnosis.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who looks into SSL, known by the name that it signs certificates with. */
public enum Interceptor {
    /** A program on this computer. */
    ANTIVIRUS(
            "avast|\\bAVG\\b|mail shield|kaspersky|\\bESET\\b|bitdefender|norton"
                    + "|mcafee|g ?data|dr\\.? ?web|adguard|avira"),

    /** A machine or a program on the way. */
    PROXY(
            "zscaler|fortinet|fortigate|blue ?coat|palo alto|sophos|netskope|barracuda"
                    + "|check ?point|untangle|websense|forcepoint|cisco umbrella|mitmproxy"
                    + "|charles proxy|fiddler|burp|squid|ssl.?inspection|tls.?inspection");

    private final Pattern names;

    Interceptor(String names) {
        this.names = Pattern.compile("(?i)" + names);
    }

    /** The one that issues certificates under this name. */
    public static Optional<Interceptor> of(String issuer) {
        return Arrays.stream(values())
                .filter(each -> each.names.matcher(issuer).find())
                .findFirst();
    }
}
