package io.tributary.silver;

import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Three days of deliveries in which everything goes wrong that tends to. */
public final class NightFiles {
  private final Path landing;

  public NightFiles(Path landing) {
    this.landing = landing;
  }

  public static List<Source> sources() {
    return Stream.of("rates", "shop", "refunds", "till", "members", "spend")
        .map(NightFiles::source)
        .toList();
  }

  public static Source source(String name) {
    return YamlFile.read(Path.of("src/test/resources/nights", name + ".yaml"), Source.class);
  }

  /** A source with something else in its YAML. */
  public static Source source(String name, String before, String after) {
    try {
      String yaml = Files.readString(Path.of("src/test/resources/nights", name + ".yaml"));
      Path changed = Files.createTempFile(name, ".yaml");
      Files.writeString(changed, yaml.replace(before, after));
      return YamlFile.read(changed, Source.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write() {
    firstDay();
    secondDay();
    secondDayOfLists();
    thirdDay();
  }

  private void firstDay() {
    file("rates/2026-06-01/rates.csv", "date,currency,rate\n2026-06-01,EUR,1.10\n");
    file(
        "shop/2026-06-01/home.jsonl",
        """
        {"id":1,"created_at":"2026-06-01T10:00:00Z","updated_at":"2026-06-01T10:00:00Z","currency":"EUR","lines":[{"no":1,"sku":"A","qty":1,"price":"10.00"},{"no":2,"sku":"B","qty":1,"price":"5.00"}]}
        {"id":2,"created_at":"2026-06-01T11:00:00Z","updated_at":"2026-06-01T11:00:00Z","currency":"USD","lines":[{"no":1,"sku":"A","qty":2,"price":"7.50"}]}
        {"id":4,"created_at":"2026-05-20T10:00:00Z","updated_at":"2026-05-20T10:00:00Z","currency":"EUR","lines":[{"no":1,"sku":"A","qty":1,"price":"100"}]}
        """);
    file(
        "till/2026-06-01/ny/lines.csv",
        """
        receipt,line,sold_at,brand,sku,qty,price,currency,original
        R1,1,2026-06-01 22:00:00,Home,A,2,4.00,USD,
        R1,2,2026-06-01 22:00:00,Kids,C,1,6.00,USD,
        R2,1,2026-06-01 23:00:00,Home,A,two,4.00,USD,
        """);
    file(
        "members/2026-06-01/club.csv",
        """
        id,email,verified,city,since,changed
        a,ann@x.example,true,Bonn,2026-01-01,2026-01-01
        b,bob@x.example,true,Ulm,2026-01-02,2026-01-02
        """);
    file("spend/2026-06-01/spend.csv", "day,campaign,cost,currency\n2026-06-01,c1,100,EUR\n");
  }

  private void secondDay() {
    file(
        "refunds/2026-06-02/all.jsonl",
        """
        {"id":"r1","order":1,"at":"2026-06-02T09:00:00Z","amount":"5.00","currency":"EUR"}
        {"id":"r3","order":3,"at":"2026-06-03T09:00:00Z","amount":"8.00","currency":"EUR"}
        """);
    file(
        "shop/2026-06-02/home.jsonl",
        """
        {"id":1,"created_at":"2026-06-01T10:00:00Z","updated_at":"2026-06-02T08:00:00Z","currency":"EUR","lines":[{"no":1,"sku":"A","qty":1,"price":"10.00"}]}
        {"id":2,"created_at":"2026-06-01T11:00:00Z","updated_at":"2026-06-02T08:00:00Z","currency":null,"lines":[]}
        """);
    copy("till/2026-06-01/ny/lines.csv", "till/2026-06-02/ny/lines-again.csv");
    file("till/2026-06-02/ny/broken.csv", "");
    file(
        "till/2026-06-02/ny/lines.csv",
        """
        receipt,line,sold_at,brand,sku,qty,price,currency,original
        R3,1,2026-06-02 12:00:00,Home,A,-1,4.00,USD,R1
        R4,1,2026-06-02 12:00:00,Home,A,1,4.00,CHF,
        """);
  }

  private void secondDayOfLists() {
    file(
        "members/2026-06-02/club.csv",
        """
        id,email,verified,city,since,changed
        b,bob@x.example,true,Berlin,2026-01-02,2026-06-02
        c,cid@x.example,maybe,Ulm,2026-01-03,2026-01-03
        d,dan@x.example,false,Ulm,2026-01-04,2026-01-04
        """);
    file(
        "spend/2026-06-02/spend.csv",
        """
        day,campaign,cost,currency
        2026-06-01,c2,120,EUR
        2026-06-02,c1,50,USD
        """);
  }

  private void thirdDay() {
    file(
        "rates/2026-06-03/rates.csv",
        """
        date,currency,rate
        2026-05-31,EUR,1.00
        2026-06-01,EUR,1.20
        2026-06-03,EUR,1.30
        """);
    file(
        "shop/2026-06-03/home.jsonl",
        """
        {"id":3,"created_at":"2026-06-02T10:00:00Z","updated_at":"2026-06-02T10:00:00Z","currency":"EUR","status":"cancelled","lines":[{"no":1,"sku":"A","qty":1,"price":"8.00"}]}
        {"id":1,"created_at":"2026-06-01T10:00:00Z","updated_at":"2026-06-01T12:00:00Z","currency":"EUR","lines":[]}
        {"id":5,"created_at":
        """);
    file(
        "till/2026-06-03/ny/lines.csv",
        """
        receipt,line,sold_at,brand,sku,qty,price,currency,original
        R5,1,2026-06-03 12:00:00,Home,A,1,4.00,EUR,
        """);
    file("spend/2026-06-03/spend.csv", "day,campaign,cost,currency\n2026-06-03,c1,-1,USD\n");
  }

  public void file(String path, String text) {
    try {
      Path file = landing.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String from, String to) {
    try {
      file(to, Files.readString(landing.resolve(from)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
