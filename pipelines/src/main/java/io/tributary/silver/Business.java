package io.tributary.silver;

import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The retailer's own conventions.
 *
 * @param currency the reporting currency, ISO 4217
 * @param zone the business time zone of brands that name none
 * @param brandZones the time zone of each brand
 */
public record Business(String currency, String zone, Map<String, String> brandZones) {

  /** The business day on which an instant falls for a brand. */
  Column day(Column instant, Column brand) {
    Column day = null;
    for (Map.Entry<String, String> entry : brandZones.entrySet()) {
      Column local = to_date(from_utc_timestamp(instant, entry.getValue()));
      Column isBrand = brand.equalTo(lit(entry.getKey()));
      day = day == null ? when(isBrand, local) : day.when(isBrand, local);
    }
    Column otherwise = to_date(from_utc_timestamp(instant, zone));
    return day == null ? otherwise : day.otherwise(otherwise);
  }
}
