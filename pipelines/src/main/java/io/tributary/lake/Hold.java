package io.tributary.lake;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/**
 * What makes readers see a brand's rows in gold as of an earlier night, while the rest goes on.
 *
 * @param told the table that tells which brands are held, one row a brand
 * @param isHeld whether a row of it tells so
 * @param brand its column with the brand's name
 */
public record Hold(Table told, Column isHeld, Field brand) {

  /** The brands that are held as the table stands. */
  Set<String> brands(Lakehouse house, SparkSession session) {
    Set<String> brands = new TreeSet<>();
    house
        .read(session, told)
        .where(isHeld)
        .select(brand.col())
        .collectAsList()
        .forEach(row -> brands.add(row.getString(0)));
    return brands;
  }
}
