package outcry.simulation.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A mutant, compiled and loaded apart from the program itself; it runs seeds. */
final class MutantProgram {
    private static final String OURS = "outcry.";

    /** How a seed ended: rule and words of the failure, or null and nothing when it held. */
    record Outcome(String rule, String what) {
        static final Outcome HELD = new Outcome(null, "");
    }

    private final Method run;

    /**
     * @throws IllegalStateException when the mutant cannot be made: its text is gone, or it does
     *     not compile
     */
    MutantProgram(Mutant mutant) throws IOException, ReflectiveOperationException {
        Loader loader = new Loader(compile(mutant));
        run = loader.loadClass("outcry.simulation.Simulation").getMethod("run", long.class);
    }

    static boolean canCompile() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    Outcome run(long seed) throws ReflectiveOperationException {
        try {
            run.invoke(null, seed);
            return Outcome.HELD;
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause();
            if (!failure.getClass().getName().equals("outcry.simulation.SimulationFailure")) {
                return new Outcome("exception", failure.toString());
            }
            Class<?> type = failure.getClass();
            return new Outcome(
                    (String) type.getMethod("rule").invoke(failure),
                    (String) type.getMethod("what").invoke(failure));
        }
    }

    private static Map<String, byte[]> compile(Mutant mutant) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = new ArrayList<>();
        mutant.sources().forEach((file, text) -> sources.add(new Source(file, text)));
        StringWriter complaints = new StringWriter();
        try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<String> options =
                    List.of("-classpath", System.getProperty("java.class.path"), "-proc:none");
            if (!compiler.getTask(complaints, memory, null, options, null, sources).call()) {
                throw new IllegalStateException(
                        "mutant '" + mutant.name() + "' does not compile:\n" + complaints);
            }
            return memory.classes();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///outcry/" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Takes what the compiler makes, by name of class. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> made = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    made.put(name, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Loads the whole program anew, with the mutant's classes in place of its own. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> mutated;

        Loader(Map<String, byte[]> mutated) {
            super(MutantProgram.class.getClassLoader());
            this.mutated = mutated;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) {
                    byte[] bytes = bytes(name);
                    loaded = defineClass(name, bytes, 0, bytes.length);
                }
                return loaded;
            }
        }

        private byte[] bytes(String name) throws ClassNotFoundException {
            byte[] bytes = mutated.get(name);
            if (bytes != null) {
                return bytes;
            }
            String resource = name.replace('.', '/') + ".class";
            try (InputStream in = getParent().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
