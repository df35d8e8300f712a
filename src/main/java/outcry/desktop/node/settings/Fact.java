package outcry.desktop.node.settings;

/** A thing about the node that people read out or copy: a name and its value. */
public record Fact(String name, String value) {}
