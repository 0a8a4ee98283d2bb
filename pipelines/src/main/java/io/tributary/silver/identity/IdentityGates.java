package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Hold;
import io.tributary.lake.Table;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the people of a night were held to, and what became of it. */
public final class IdentityGates {
  public static final Field RULE =
      required(
          "rule",
          TEXT,
          "match_rate: of a brand's identified profiles those whom two sources know; largest:"
              + " profiles of the largest person; growth: how many times those of the night before;"
              + " moved: profiles that went from person to person without an event; precision: of"
              + " audited links the share that is right, at least");
  public static final Field SUBJECT = required("subject", TEXT, "The brand, or all");
  public static final Field VERDICT =
      required(
          "verdict",
          TEXT,
          "passed, breached, held where a brand's figures wait for it, or not_applicable");
  public static final Field MEASURED =
      optional("measured", DOUBLE, "What was found; null where nothing can be said");
  public static final Field BOUND =
      required("bound", DOUBLE, "What it may be at least, or at most");
  public static final Field WORDS = required("words", TEXT, "The same in words");

  public static final Table TABLE =
      Table.silver(
              "identity_gates",
              "One row per rule that the people of a night are held to, and per brand where it is"
                  + " about brands.",
              RULE,
              SUBJECT,
              VERDICT,
              MEASURED,
              BOUND,
              WORDS)
          .key(RULE, SUBJECT);

  private IdentityGates() {}

  /** What readers see of a brand while it is held. */
  static Hold hold() {
    Column isHeld = VERDICT.col().equalTo(Verdict.HELD.text());
    return new Hold(TABLE, isHeld, SUBJECT);
  }

  /** What became of a rule. */
  enum Verdict {
    PASSED,
    BREACHED,
    HELD,
    NOT_APPLICABLE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(boolean isBreached) {
      return isBreached ? BREACHED : PASSED;
    }
  }

  /** A rule and what was found. */
  record Gate(
      String rule, String subject, Verdict verdict, Double measured, double bound, String words) {
    boolean isBreached() {
      return verdict == Verdict.BREACHED;
    }

    boolean isHeld() {
      return verdict == Verdict.HELD;
    }

    /** The same where the brand's figures wait until it is passed. */
    Gate held() {
      return new Gate(
          rule,
          subject,
          Verdict.HELD,
          measured,
          bound,
          words + "; readers see its figures as of the last night on which it passed");
    }

    Row row() {
      return RowFactory.create(
          rule,
          subject,
          verdict.text(),
          measured == null ? null : Math.round(measured * 1e4) / 1e4,
          bound,
          words);
    }
  }
}
