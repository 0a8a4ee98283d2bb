package io.tributary.silver.identity.match;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where a {@link MatchState} is not as the night before left it.
 *
 * @param profiles the profiles that are not as they were
 * @param ids of these profiles, and of those that are gone
 * @param people the people of the components that are not as they were
 * @param components these components, and those that are gone
 * @param records the records of these components, before or now
 */
record MatchChange(
    Dataset<Row> profiles,
    Dataset<Row> ids,
    Dataset<Row> people,
    Dataset<Row> components,
    Dataset<Row> records) {}
