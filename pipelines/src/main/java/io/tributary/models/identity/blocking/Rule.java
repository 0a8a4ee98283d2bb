package io.tributary.models.identity.blocking;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.linkage.Schema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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

  /** The hashes of a record's keys, each started from {@code seed}; none if a part has none. */
  void keys(Schema schema, String[] texts, long seed, List<Long> keys) {
    List<Long> found = List.of(seed);
    for (Part part : parts) {
      List<Long> longer = new ArrayList<>();
      for (String key : part.keys(schema, texts[part.field()])) {
        for (long start : found) {
          longer.add(Hash.with(start, key));
        }
      }
      found = longer;
    }
    keys.addAll(found);
  }
}
