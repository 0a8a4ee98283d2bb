package io.tributary.silver;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.silver.identity.IdentityLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneCustomerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final String PROFILES =
      """
      name: %s
      format: csv
      key: record:id
      feeds:
        customer_record:
          columns: {brand: "'Home'", email: record:email, is_email_verified: record:verified}
      """;
  private static final String CONTACTS =
      """
      name: contacts
      format: csv
      key: record:id
      feeds:
        touchpoints:
          where: record:kind <> 'order'
          columns:
            touchpoint_key: record_key
            brand: "'Home'"
            customer_record_key: record:who
            channel: record:channel
            kind: record:kind
            happened_at: record:at
        orders:
          where: record:kind = 'order'
          columns:
            order_key: record_key
            brand: "'Home'"
            sales_channel: "'web'"
            customer_record_key: record:who
            channel: record:channel
            ordered_at: record:at
      """;

  @TempDir private Path folder;

  @Test
  void whoBuysThroughSearchReturnsByMailAndBuysAgainDirectlyIsOneCustomer() throws IOException {
    NightFiles files = new NightFiles(folder.resolve("landing"));
    profiles(files);
    files.file(
        "contacts/2026-06-09/contacts.csv",
        """
        id,who,channel,kind,at
        1,shop/1,paid_search,visit,2026-06-01T10:00:00Z
        2,shop/1,paid_search,order,2026-06-01T10:20:00Z
        3,shop/2,direct,order,2026-06-02T09:00:00Z
        4,mails/7,email,click,2026-06-05T08:00:00Z
        5,club/A9,direct,order,2026-06-08T18:00:00Z
        6,club/B4,direct,order,2026-06-08T19:00:00Z
        """);

    SilverHouse house = house();
    assertThat(house.nightOfPeople(DAY).isPublished()).isTrue();

    Rows.assertRows(
        journeys(house),
        """
        profiles                 | journey
        club/A9, mails/7, shop/1 | paid_search visit, paid_search order, email click, direct order
        club/B4                  | direct order
        shop/2                   | direct order
        """);
  }

  /** Ann with an account, on the mailing list and in the club, each time in her own writing. */
  private static void profiles(NightFiles files) {
    files.file(
        "shop/2026-06-09/shop.csv",
        "id,email,verified\n1,Ann.Lee@x.example,true\n2,bob@x.example,true\n");
    files.file("mails/2026-06-09/mails.csv", "id,email,verified\n7,ann.lee@x.example,true\n");
    files.file(
        "club/2026-06-09/club.csv",
        "id,email,verified\nA9,ANN.LEE@X.EXAMPLE,true\nB4,ann.lee@y.example,true\n");
  }

  private SilverHouse house() throws IOException {
    List<Source> sources = new ArrayList<>(List.of(source("contacts", CONTACTS)));
    for (String name : List.of("shop", "mails", "club")) {
      sources.add(source(name, PROFILES.formatted(name)));
    }
    Business business = new Business("USD", "UTC", Map.of());
    return new SilverHouse(folder.resolve("house"), folder.resolve("landing"), sources, business);
  }

  private Source source(String name, String yaml) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, yaml);
    return YamlFile.read(file, Source.class);
  }

  /** Each customer's profiles, and all that they did, in order. */
  private static Dataset<Row> journeys(SilverHouse house) {
    Column customer = IdentityLinks.MASTER_CUSTOMER_ID.col();
    Dataset<Row> links =
        house.table(IdentityLinks.TABLE).select(Records.RECORD_KEY.col().as("profile"), customer);
    Dataset<Row> done =
        deeds(house.table(Touchpoints.TABLE), Touchpoints.HAPPENED_AT.col(), Touchpoints.KIND.col())
            .union(deeds(house.table(Orders.TABLE), Orders.ORDERED_AT.col(), lit("order")));
    Column inOrder = sort_array(collect_list(struct(col("at"), col("deed")))).getField("deed");
    Column profiles = array_join(sort_array(collect_set("profile")), ", ");
    return links
        .join(done, "profile")
        .groupBy(customer)
        .agg(profiles.as("profiles"), array_join(inOrder, ", ").as("journey"));
  }

  private static Dataset<Row> deeds(Dataset<Row> rows, Column at, Column what) {
    return rows.select(
        Orders.CUSTOMER_RECORD_KEY.col().as("profile"),
        at.as("at"),
        concat_ws(" ", col("channel"), what).as("deed"));
  }
}
