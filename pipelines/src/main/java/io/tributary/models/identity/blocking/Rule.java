package io.tributary.models.identity.blocking;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.linkage.Schema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A condition that brings two records together: they agree in each of some parts of them.
 *
 * @param parts what they agree in
 */
public record Rule(List<Part> parts) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The form that stands for the whole value. */
  public static final String WHOLE = "";

  /** One field in one of its forms. */
  public record Part(int field, String form) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The keys of a standardised value, which is null where there is none. */
    public List<String> keys(Schema schema, String text) {
      if (text == null) {
        return List.of();
      }
      Comparison comparison = schema.columns().get(field).comparison();
      return form.equals(WHOLE) ? List.of(text) : comparison.keys(text, form);
    }

    String name(Schema schema) {
      String name = schema.columns().get(field).name();
      return form.equals(WHOLE) ? name : name + "." + form;
    }
  }

  public Rule {
    parts = List.copyOf(parts);
  }

  /** Reads a rule such as {@code given.root + family.sound}. */
  public static Rule parse(String text, Schema schema) {
    List<Part> parts = new ArrayList<>();
    for (String part : text.split("\\+", -1)) {
      String name = part.strip();
      int dot = name.lastIndexOf('.');
      String field = dot < 0 ? name : name.substring(0, dot);
      String form = dot < 0 ? WHOLE : name.substring(dot + 1);
      int place = schema.place(field);
      List<String> forms = schema.columns().get(place).comparison().forms();
      if (!form.equals(WHOLE) && !forms.contains(form)) {
        throw new IllegalArgumentException(
            "The blocking rule '%s' asks for '%s' of '%s', which has %s"
                .formatted(text, form, field, forms));
      }
      parts.add(new Part(place, form));
    }
    return new Rule(parts);
  }

  /** The rule as it would be written in a configuration. */
  public String name(Schema schema) {
    return String.join(" + ", parts.stream().map(part -> part.name(schema)).toList());
  }

  /** The fields that the rule needs, a bit a field. */
  int fields() {
    int fields = 0;
    for (Part part : parts) {
      fields |= 1 << part.field();
    }
    return fields;
  }

  /**
   * Gives the hashes of a record's keys; none if a part has none.
   *
   * @param made the keys of the record's value for each part
   * @param seed what each hash starts from
   */
  void keys(Function<Part, List<String>> made, long seed, LongConsumer keys) {
    keys(made, 0, seed, keys);
  }

  private void keys(Function<Part, List<String>> made, int at, long start, LongConsumer keys) {
    if (at == parts.size()) {
      keys.accept(start);
      return;
    }
    for (String key : made.apply(parts.get(at))) {
      keys(made, at + 1, Hash.with(start, key), keys);
    }
  }
}
