package outcry.wire.trader;

/** Maps the traders' messages to JSON lines and back. */
public final class TraderCodec {
    private TraderCodec() {}
}
