package org.postern.cli.internal.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the user's data lies when nobody says otherwise. */
final class DefaultData {

    /** Set by the product's start script. */
    private static final String GIVEN = "org.postern.data";

    /** Set by the platform when the program was started with {@code -data FOLDER}. */
    private static final String INSTANCE = "osgi.instance.area";

    private DefaultData() {}

    /**
     * @return empty where the program was started in another way
     */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(INSTANCE))
                .filter(url -> url.startsWith("file:"))
                .flatMap(DefaultData::path)
                .or(() -> Optional.ofNullable(System.getProperty(GIVEN)).map(Path::of));
    }

    /** The platform does not escape what a URI would. */
    private static Optional<Path> path(String url) {
        try {
            String path = url.substring("file:".length());
            return Optional.of(Path.of(new URI("file", "", path, null)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
