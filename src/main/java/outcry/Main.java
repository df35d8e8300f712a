package outcry;

/** Picks the command; the only class that may know every package. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("outcry");
    }
}
