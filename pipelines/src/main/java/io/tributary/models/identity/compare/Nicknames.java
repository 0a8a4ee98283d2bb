package io.tributary.models.identity.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names that the same person goes by. */
final class Nicknames {
  private static final String FILE = "nicknames.txt";
  private static final Map<String, String> ROOTS = read();

  private Nicknames() {}

  /** The name that stands for all that are used for it. */
  static String root(String name) {
    return ROOTS.getOrDefault(name, name);
  }

  /** Each line names a root and what it is called; a name in two lines belongs to the first. */
  private static Map<String, String> read() {
    Map<String, String> roots = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Nicknames.class.getResourceAsStream(FILE), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> names = Folding.pieces(line, ' ');
        names.forEach(name -> roots.putIfAbsent(name, names.get(0)));
      }
      return roots;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
