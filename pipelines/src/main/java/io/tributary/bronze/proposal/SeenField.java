package io.tributary.bronze.proposal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sample showed of one field; values are looked at and not kept. */
final class SeenField {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "e_?mail.*|.*_email|.*phone.*|.*mobile.*|(first|last|full|given|family|middle|sur|user|"
              + "customer|buyer|recipient)_?name|name_(first|last)|.*address.*|street.*|"
              + ".*post_?code|zip(_?code)?|.*birth.*|dob|ip(_address)?|.*_ip|latitude|longitude|"
              + "card_?number|iban");

  private static final Pattern MONEY =
      Pattern.compile(
          ".*(price|amount|cost|spend|spent|revenue|total|subtotal|tax|fee|value|discount|budget|"
              + "sales|cogs|micros).*");

  /** Counts and ratios that are named after money. */
  private static final Pattern NO_MONEY =
      Pattern.compile(".*(count|units|quantity|qty|_id|type).*");

  /** What somebody wrote in words of their own. */
  private static final Pattern FREE_TEXT =
      Pattern.compile("(.*_)?(description|subject|body|comments?|message|notes?|text|review)");

  private static final int DISTINCT_KEPT = 100_000;

  private final String path;
  private final String name;
  private final Set<Integer> hashes = new HashSet<>();
  private int[] byRecord = new int[16];
  private ValueKind kind;
  private long filled;
  private boolean isRepeated;
  private boolean hasDigits;
  private boolean isNameOfPerson;

  /** A field, by its path as expressions name it and the name at its end. */
  SeenField(String path, String name) {
    this.path = path;
    this.name =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_(?=.)|(?<=.)_$", "")
            .toLowerCase(Locale.ROOT);
  }

  /** A value, and the number of the record that held it. */
  void saw(String text, int record) {
    if (text == null || text.isBlank()) {
      return;
    }
    filled++;
    if (record >= byRecord.length) {
      byRecord = Arrays.copyOf(byRecord, Math.max(record + 1, 2 * byRecord.length));
    }
    byRecord[record] = text.hashCode();
    hasDigits |= text.chars().anyMatch(Character::isDigit);
    ValueKind seen = ValueKind.of(text);
    kind = kind == null ? seen : kind.with(seen);
    if (hashes.size() < DISTINCT_KEPT && !hashes.add(text.hashCode())) {
      isRepeated = true;
    }
  }

  String path() {
    return path;
  }

  String name() {
    return name;
  }

  ValueKind kind() {
    return kind == null ? ValueKind.TEXT : kind;
  }

  long filled() {
    return filled;
  }

  /** What stands for the value of a record. */
  int hashIn(int record) {
    return record < byRecord.length ? byRecord[record] : 0;
  }

  boolean isUnique() {
    return filled > 0 && !isRepeated;
  }

  boolean isPersonal() {
    boolean isCode = name.endsWith("_id") || kind().isTime() || kind() == ValueKind.FLAG;
    return isNameOfPerson || kind().isAddress() || (PERSONAL.matcher(name).matches() && !isCode);
  }

  /** A name without digits beside what is personal is that of a person. */
  void standsBesidePersonal() {
    isNameOfPerson |= name.equals("name") && !hasDigits;
  }

  /** How many objects lie between the record and the field. */
  int depth() {
    return path.split("\\.").length - 1;
  }

  /** The object that holds the field. */
  String parent() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  boolean isFreeText() {
    return filled > 0 && kind() == ValueKind.TEXT && FREE_TEXT.matcher(name).matches();
  }

  boolean isMoney() {
    return kind().isNumber() && MONEY.matcher(name).matches() && !NO_MONEY.matcher(name).matches();
  }
}
