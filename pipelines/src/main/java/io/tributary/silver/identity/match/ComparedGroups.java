package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two records as the last night compared them: each with all that it joined to it by likeness.
 *
 * @param records how many that are, of both
 * @param probability how probable it is that they are one person; null where it is less than a half
 */
public record ComparedGroups(long records, Double probability) {

  /**
   * The groups of two records; nothing where the night did not compare them.
   *
   * @param people as {@link MatchState#PEOPLE} keeps them
   */
  public static Optional<ComparedGroups> of(Dataset<Row> people, String one, String other) {
    Dataset<Row> members = people.filter(People.IS_MEMBER.col());
    List<Row> both =
        members
            .filter(Records.RECORD_KEY.col().isin(one, other))
            .select(People.PERSON_KEY.col(), People.COMPONENT.col())
            .collectAsList();
    if (both.size() < 2 || both.get(0).getLong(1) != both.get(1).getLong(1)) {
      return Optional.empty();
    }
    Object[] persons = {both.get(0).getString(0), both.get(1).getString(0)};
    Column isOfBoth = People.PERSON_KEY.col().isin(persons);
    return Optional.of(
        new ComparedGroups(
            members.filter(isOfBoth).count(),
            probability(
                Matched.doubtful(people)
                    .filter(isOfBoth.and(Records.RECORD_KEY.col().isin(persons))))));
  }

  private static Double probability(Dataset<Row> doubtful) {
    return doubtful.select(People.PROBABILITY.col()).collectAsList().stream()
        .map(row -> row.getDouble(0))
        .findFirst()
        .orElse(null);
  }
}
