package org.postern.message.internal.mime;

import org.postern.message.InlineImage;
import org.postern.message.Warning.Limit;
import org.postern.message.Warning.LimitReached;
import org.postern.message.internal.Limits;
import org.postern.message.internal.html.ImageSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images of one message: decoded when the text refers to them, within a budget. */
final class Images implements ImageSource {

    private static final Pattern DATA =
            Pattern.compile(
                    "data:image/[a-z+.-]+;base64,(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, Entity> byName = new HashMap<>();
    private final Map<String, Optional<InlineImage>> decoded = new LinkedHashMap<>();
    private final Warnings warnings;
    private long left = Limits.EMBEDDED_BYTES;

    Images(Warnings warnings) {
        this.warnings = warnings;
    }

    /** Makes an image known under its Content-ID and its Content-Location; false without either. */
    boolean offer(Entity image) {
        List<String> names = names(image);
        names.forEach(name -> byName.putIfAbsent(name, image));
        return !names.isEmpty();
    }

    /** Whether the text shows the image, so that it need not be listed. */
    boolean isShown(Entity image) {
        return names(image).stream()
                .anyMatch(name -> byName.get(name) == image && shown(name).isPresent());
    }

    List<InlineImage> shown() {
        return decoded.values().stream().flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<String> dataUri(String reference) throws IOException {
        Matcher data = DATA.matcher(reference.strip());
        if (data.matches()) {
            return embedded(data.group(1));
        }
        String name = name(reference.strip());
        if (!byName.containsKey(name)) {
            return Optional.empty();
        }
        if (!decoded.containsKey(name)) {
            decoded.put(name, decode(name, byName.get(name)));
        }
        return decoded.get(name)
                .filter(image -> pays(image.data().length))
                .map(InlineImage::dataUri);
    }

    private Optional<InlineImage> shown(String name) {
        return decoded.getOrDefault(name, Optional.empty());
    }

    private static List<String> names(Entity image) {
        List<String> names = new ArrayList<>();
        image.contentId().ifPresent(names::add);
        image.headers().first("Content-Location").ifPresent(names::add);
        return names;
    }

    private static String name(String reference) {
        if (!reference.regionMatches(true, 0, "cid:", 0, 4)) {
            return reference;
        }
        String id = reference.substring(4);
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return id;
        }
    }

    private Optional<InlineImage> decode(String name, Entity image) throws IOException {
        try (InputStream content = image.decoding().open(image.body())) {
            byte[] data = content.readNBytes((int) Limits.EMBEDDED_BYTES);
            return ImageKind.of(data).map(type -> new InlineImage(name, type, data));
        }
    }

    private Optional<String> embedded(String base64) {
        String clean = base64.replaceAll("%2[bB]", "+").replaceAll("[^A-Za-z0-9+/]", "");
        int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        byte[] data = Base64.getDecoder().decode(clean.substring(0, usable));
        return ImageKind.of(data)
                .filter(type -> pays(data.length))
                .map(type -> new InlineImage("", type, data).dataUri());
    }

    private boolean pays(long bytes) {
        if (bytes > left) {
            warnings.add(new LimitReached(Limit.IMAGES));
            return false;
        }
        left -= bytes;
        return true;
    }
}
