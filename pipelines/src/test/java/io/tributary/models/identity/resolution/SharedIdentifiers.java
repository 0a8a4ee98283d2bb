package io.tributary.models.identity.resolution;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invented customers among whom everything is shared that people share. */
final class SharedIdentifiers {
  /** Dates a generation apart are one more likeness. */
  static final Schema SCHEMA = schema(/* contradicts= */ false);

  /** Dates a generation apart part records for good. */
  static final Schema PARTING = schema(/* contradicts= */ true);

  private static final String LETTERS = "bcdfghjklmnprstvwz";
  private static final String VOWELS = "aeiou";

  private final SplittableRandom random = new SplittableRandom(2718);
  private final List<String> givenNames = words(180, 2);
  private final List<String> familyNames = words(700, 3);
  private final List<String> streets = words(300, 3);
  private final List<String[]> texts = new ArrayList<>();
  private final List<String> people = new ArrayList<>();
  private final List<String> cases = new ArrayList<>();
  private int number;

  /** All cases among ordinary people, who have from one to three records each. */
  static SharedIdentifiers of(int ordinary, int tablet, int office, int families) {
    SharedIdentifiers made = new SharedIdentifiers();
    for (int person = 0; person < ordinary; person++) {
      made.ordinary(person);
    }
    made.sharing("tablet", tablet, "store7@shop.example");
    made.sharing("office", office, "info@firm.example");
    for (int family = 0; family < families; family++) {
      made.twins(/* ofOneMailbox= */ false);
      made.twins(/* ofOneMailbox= */ true);
      made.fatherAndSon();
      made.recycledPhone();
      made.marriage();
      made.chain();
    }
    return made;
  }

  Table table() {
    long[] ids = new long[texts.size()];
    for (int record = 0; record < ids.length; record++) {
      ids[record] = Hash.of(String.join("|", texts.get(record)) + record);
      standardise(texts.get(record));
    }
    return new Table(ids, texts);
  }

  List<String> people() {
    return people;
  }

  /** What each record is an example of. */
  List<String> cases() {
    return cases;
  }

  private static void standardise(String[] record) {
    for (int field = 0; field < record.length; field++) {
      var comparison = SCHEMA.columns().get(field).comparison();
      String text = comparison.standardise(List.of(record[field]));
      record[field] = text.isEmpty() ? null : text;
    }
  }

  private void ordinary(int person) {
    String[] all = person();
    for (int record = random.nextInt(3); record >= 0; record--) {
      add("ordinary", "o" + person, mistyped(all));
    }
  }

  /** One record in five has one field with a slip, and any field but the name may be missing. */
  private String[] mistyped(String[] all) {
    String[] record = all.clone();
    int slip = random.nextInt(15);
    if (slip < 3) {
      int at = 1 + random.nextInt(record[slip].length() - 1);
      char other = slip == 2 ? '1' : 'x';
      record[slip] = record[slip].substring(0, at) + other + record[slip].substring(at + 1);
    }
    for (int field = 2; field < record.length; field++) {
      record[field] = random.nextInt(5) == 0 ? "" : record[field];
    }
    return record;
  }

  private void sharing(String name, int howMany, String email) {
    for (int person = 0; person < howMany; person++) {
      String[] all = person();
      all[3] = email;
      add(name, name + person, all);
    }
  }

  private void twins(boolean ofOneMailbox) {
    String[] one = person();
    String[] other = one.clone();
    // The first letter keeps one name from being a slip of the other.
    while (other[0].charAt(0) == one[0].charAt(0)) {
      other[0] = givenName();
    }
    other[3] = ofOneMailbox ? one[3] : email(other);
    twice("twins", one);
    twice("twins", other);
  }

  private void fatherAndSon() {
    String[] father = person();
    String[] son = father.clone();
    while (son[2].endsWith(father[2].substring(4))) {
      son[2] =
          "%d%s".formatted(Integer.parseInt(father[2].substring(0, 4)) - 27, date().substring(4));
    }
    twice("father and son", father);
    twice("father and son", son);
  }

  private void recycledPhone() {
    String[] before = person();
    String[] after = person();
    after[4] = before[4];
    twice("recycled phone", before);
    twice("recycled phone", after);
  }

  private void marriage() {
    String[] before = person();
    String[] after = before.clone();
    after[1] = familyName();
    after[5] = address();
    String name = "married" + number++;
    add("marriage", name, before);
    add("marriage", name, after);
  }

  /** A and D have nothing in common but their name; each is tied to the next by an identifier. */
  private void chain() {
    String[] all = person();
    String[] moved = person();
    String name = "chain" + number++;
    add("chain", name, new String[] {all[0], all[1], "", all[3], "", all[5]});
    add("chain", name, new String[] {all[0], all[1], "", all[3], all[4], ""});
    add("chain", name, new String[] {all[0], all[1], all[2], "", all[4], ""});
    add("chain", name, new String[] {all[0], all[1], all[2], "", "", moved[5]});
  }

  private void twice(String kind, String[] all) {
    String name = kind + number++;
    add(kind, name, all.clone());
    add(kind, name, all.clone());
  }

  private void add(String kind, String person, String[] record) {
    texts.add(record);
    people.add(person);
    cases.add(kind);
  }

  private String[] person() {
    String[] person = new String[6];
    person[0] = givenName();
    person[1] = familyName();
    person[2] = date();
    person[3] = email(person);
    person[4] = "+4420%08d".formatted(random.nextInt(100_000_000));
    person[5] = address();
    return person;
  }

  private String email(String[] person) {
    return "%s.%s%d@mail.example".formatted(person[0], person[1], random.nextInt(10_000));
  }

  private String date() {
    return "%d%02d%02d"
        .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private String address() {
    return "%d %s road".formatted(1 + random.nextInt(200), common(streets));
  }

  private String givenName() {
    return common(givenNames);
  }

  private String familyName() {
    return common(familyNames);
  }

  /** The first of a list are the commonest. */
  private String common(List<String> words) {
    double skewed = random.nextDouble() * random.nextDouble();
    return words.get((int) (skewed * words.size()));
  }

  private List<String> words(int howMany, int syllables) {
    List<String> words = new ArrayList<>();
    while (words.size() < howMany) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 0; syllable < syllables; syllable++) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      if (!words.contains(word.toString())) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static Schema schema(boolean contradicts) {
    return new Schema(
        List.of(
            column("given", Kind.GIVEN_NAME, /* contradicts= */ false),
            column("family", Kind.FAMILY_NAME, /* contradicts= */ false),
            column("born", Kind.DATE, contradicts),
            column("email", Kind.EMAIL, /* contradicts= */ false),
            column("phone", Kind.PHONE, /* contradicts= */ false),
            column("address", Kind.ADDRESS, /* contradicts= */ false)));
  }

  private static Schema.Column column(String name, Kind kind, boolean contradicts) {
    var comparison = kind.comparisons("GB").get(0);
    return new Schema.Column(name, List.of(name), comparison, comparison.isPersonal(), contradicts);
  }
}
