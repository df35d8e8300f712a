package outcry.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import outcry.faults.Lan.Direction;

/** One fault of the real world, made and, where it is not over by itself, undone. */
enum Fault {
    KILL_LEADER {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            NodeProcess leader = group.leader();
            leader.kill();
            FaultGroup.last(random.nextDouble(0.2, 2));
            leader.start();
        }
    },
    KILL_ANY {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            NodeProcess node = any(group, random);
            node.kill();
            FaultGroup.last(random.nextDouble(0, 2));
            node.start();
        }
    },
    KILL_TWO {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            NodeProcess leader = group.leader();
            NodeProcess other = anyBut(leader, group, random);
            other.killAtOnce();
            leader.kill();
            other.awaitExit();
            FaultGroup.last(random.nextDouble(0, 2));
            other.start();
            leader.start();
        }
    },
    STOP_LEADER {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            stop(group.leader(), random);
        }
    },
    STOP_ANY {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            stop(any(group, random), random);
        }
    },
    CUT_LEADER {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            cut(group, group.leader(), random, Direction.IN, Direction.OUT);
        }
    },
    CUT_ANY {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            cut(group, any(group, random), random, Direction.IN, Direction.OUT);
        }
    },
    /** It hears nobody, and is heard. */
    DEAF {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            cut(group, leaderOrAny(group, random), random, Direction.IN);
        }
    },
    /** It hears everybody, and is not heard. */
    MUTE {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            cut(group, leaderOrAny(group, random), random, Direction.OUT);
        }
    },
    LOSS {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            for (NodeProcess node : group.nodes()) {
                group.lan().lose(node.machine(), 0.2);
            }
            FaultGroup.last(random.nextDouble(3, 6));
            group.lan().heal();
        }
    },
    ROLLING_RESTART {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            for (NodeProcess node : group.nodes()) {
                if (random.nextBoolean()) {
                    node.kill();
                } else {
                    node.terminate();
                }
                node.start();
                group.awaitTogether();
            }
        }
    },
    /** The power fails for everybody while orders are under way. */
    KILL_ALL {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            group.killAll();
            group.startAll();
        }
    },
    FLIPPED_BYTES {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            NodeProcess node = any(group, random);
            node.kill();
            flip(node.journal(), random);
            node.start();
        }
    },
    DISK_FULL {
        @Override
        void happen(FaultGroup group, SplittableRandom random) throws IOException {
            NodeProcess node = group.nodes().get(group.nodes().size() - 1);
            Path filler = node.data().resolve("filler");
            fill(filler);
            group.await(
                    () -> node.latest("failed", event -> true) != null, "it says its disk is full");
            String words = node.latest("failed", event -> true).text("text");
            int status = node.awaitExit();
            if (status != 1 || !words.contains("make room on the disk")) {
                throw new IOException("exit status " + status + " after: " + words);
            }
            Files.delete(filler);
            node.start();
        }
    };

    /** Longer than the suspicion time of 1 s. */
    private static final double SILENCE_MIN = 1.5;

    private static final double SILENCE_MAX = 4;

    /** Makes the fault and undoes it; the group may need a while to recover afterwards. */
    abstract void happen(FaultGroup group, SplittableRandom random) throws IOException;

    private static NodeProcess any(FaultGroup group, SplittableRandom random) {
        return group.nodes().get(random.nextInt(group.nodes().size()));
    }

    private static NodeProcess anyBut(NodeProcess not, FaultGroup group, SplittableRandom random) {
        List<NodeProcess> others = group.nodes().stream().filter(node -> node != not).toList();
        return others.get(random.nextInt(others.size()));
    }

    private static NodeProcess leaderOrAny(FaultGroup group, SplittableRandom random)
            throws IOException {
        return random.nextBoolean() ? group.leader() : any(group, random);
    }

    private static void stop(NodeProcess node, SplittableRandom random) throws IOException {
        node.stop();
        FaultGroup.last(random.nextDouble(SILENCE_MIN, SILENCE_MAX));
        node.resume();
    }

    private static void cut(
            FaultGroup group, NodeProcess node, SplittableRandom random, Direction... directions)
            throws IOException {
        for (Direction direction : directions) {
            group.lan().cut(node.machine(), direction);
        }
        FaultGroup.last(random.nextDouble(SILENCE_MIN, SILENCE_MAX));
        group.lan().heal();
    }

    /** Flips one bit of one byte that was written, in a few of the log's files. */
    private static void flip(Path journal, SplittableRandom random) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(journal)) {
            segments = files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        }
        for (int i = 0; i < 3; i++) {
            Path file = segments.get(random.nextInt(segments.size()));
            byte[] bytes = Files.readAllBytes(file);
            int at = random.nextInt(bytes.length);
            while (bytes[at] == 0) {
                at = random.nextInt(bytes.length);
            }
            ByteBuffer flipped = ByteBuffer.wrap(new byte[] {(byte) (bytes[at] ^ 1)});
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(flipped, at);
            }
        }
    }

    /** Takes all the space that the file's disk has left. */
    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4_096];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                channel.write(ByteBuffer.wrap(block));
            }
        } catch (IOException e) {
            if (!Files.exists(file) || Files.size(file) == 0) {
                throw e; // It was full before.
            }
        }
    }
}
