package io.tributary.models.identity.compare;

import java.util.List;

/** Values of a short list, such as a gender or a state, which are equal or not. */
record Category() implements Comparison {
  private static final long serialVersionUID = 1L;

  @Override
  public String standardise(List<String> columns) {
    return Folding.words(String.join(" ", columns));
  }

  @Override
  public List<String> levels() {
    return List.of("different");
  }

  @Override
  public int level(Value one, Value other) {
    return 0;
  }
}
