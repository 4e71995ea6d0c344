package org.postern.message.internal.header;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zones of RFC 5322 sections 3.3 and 4.3; one that makes no sense is UTC. */
final class ZoneReader {

    private static final Pattern OFFSET =
            Pattern.compile("^(?:gmt|utc?)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?!\\d)");
    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("edt", -4),
                    Map.entry("est", -5),
                    Map.entry("cdt", -5),
                    Map.entry("cst", -6),
                    Map.entry("mdt", -6),
                    Map.entry("mst", -7),
                    Map.entry("pdt", -7),
                    Map.entry("pst", -8),
                    Map.entry("cet", 1),
                    Map.entry("met", 1),
                    Map.entry("cest", 2),
                    Map.entry("mest", 2),
                    Map.entry("bst", 1),
                    Map.entry("eet", 2),
                    Map.entry("eest", 3),
                    Map.entry("msk", 3),
                    Map.entry("jst", 9));

    private ZoneReader() {}

    /**
     * @param text what stands after the time, in lower case
     */
    static ZoneOffset read(String text) {
        String zone = text.strip();
        Matcher offset = OFFSET.matcher(zone);
        if (offset.find()) {
            return offset(offset);
        }
        String name = zone.split("[^a-z]", 2)[0];
        return ZoneOffset.ofHours(NAMED.getOrDefault(name, 0));
    }

    private static ZoneOffset offset(Matcher match) {
        int hours = Integer.parseInt(match.group(2));
        int minutes = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        if (hours > 17 || minutes > 59) {
            return ZoneOffset.UTC;
        }
        int sign = match.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
