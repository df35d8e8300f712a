package outcry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from a file the build fills in. */
public final class Version implements IVersionProvider {
    private static final String FILE = "/outcry/version.properties";

    /** Such as 0.1.0. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "outcry " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
