package io.tributary.sample.landing;

/** What stands around the records of a file. */
public record Frame(String head, String separator, String tail) {
  /** One record a line, or whatever stands for itself. */
  public static final Frame LINES = new Frame("", "", "");

  /** One JSON document with a list of records under this name. */
  public static Frame document(String name) {
    return new Frame("{\"" + name + "\":[\n", ",\n", "\n]}\n");
  }

  /** Lines below a header. */
  public static Frame table(String... columns) {
    return new Frame(Csv.line((Object[]) columns), "", "");
  }

  /** One XML document; its root may carry attributes. */
  public static Frame xml(String root, String attributes) {
    var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + attributes + ">\n";
    return new Frame(head, "", "</" + root + ">\n");
  }
}
