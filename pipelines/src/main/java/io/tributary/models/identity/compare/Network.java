package io.tributary.models.identity.compare;

import java.util.List;
import java.util.Locale;

/** Network addresses, of which the beginning tells the provider and the neighbourhood. */
record Network() implements Comparison {
  private static final long serialVersionUID = 1L;

  @Override
  public String standardise(List<String> columns) {
    for (String column : columns) {
      String address = column == null ? "" : column.strip().toLowerCase(Locale.ROOT);
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }

  @Override
  public List<String> levels() {
    return List.of("different", "same provider", "same neighbourhood");
  }

  @Override
  public int level(Value one, Value other) {
    if (beginning(one.text(), 3).equals(beginning(other.text(), 3))) {
      return 2;
    }
    return beginning(one.text(), 2).equals(beginning(other.text(), 2)) ? 1 : 0;
  }

  /** The first groups of an address; those of version 6 are parted by colons. */
  private static String beginning(String address, int groups) {
    int end = 0;
    for (int group = 0; group < groups; group++) {
      int dot = next(address, end + 1);
      if (dot < 0) {
        return address;
      }
      end = dot;
    }
    return address.substring(0, end);
  }

  private static int next(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      if (address.charAt(i) == '.' || address.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public List<String> forms() {
    return List.of("range");
  }

  @Override
  public List<String> keys(String text, String form) {
    return form.equals("range") ? List.of(beginning(text, 3)) : List.of();
  }
}
