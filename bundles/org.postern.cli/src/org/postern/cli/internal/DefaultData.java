package org.postern.cli.internal;

import org.postern.cli.Arguments;
import org.postern.cli.DataFolders;
import org.postern.cli.WrongUsage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the user's data lies: where the arguments say, or where the workbench keeps it. */
public final class DefaultData {

    /** Set by the product's start script. */
    private static final String GIVEN = "org.postern.data";

    /** Set by the platform when the program was started with {@code -data FOLDER}. */
    private static final String INSTANCE = "osgi.instance.area";

    private DefaultData() {}

    /**
     * Takes the option that names it.
     *
     * @throws WrongUsage when there is no such folder
     */
    public static DataFolders take(Arguments arguments) throws WrongUsage {
        Optional<Path> named = arguments.takePath("--data").or(DefaultData::folder);
        if (named.isEmpty()) {
            throw new WrongUsage(Messages.format("Doctor.noData"));
        }
        if (!Files.isDirectory(named.get())) {
            throw new WrongUsage(Messages.format("Doctor.noFolder", named.get()));
        }
        return new DataFolders(named.get());
    }

    /** Empty where the program was started in another way. */
    private static Optional<Path> folder() {
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
