package io.tributary.silver;

import static java.util.Map.entry;

import io.tributary.silver.BadFiles.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text that is no record of its format, or not the one it should be. */
final class BadRecords {
  /** Costs that are none. */
  static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("negative", "-1"),
          entry("words", "twelve"),
          entry("NaN", "NaN"),
          entry("infinity", "Infinity"),
          entry("beyond any amount", "1e999"),
          entry("forty digits", "1234567890123456789012345678901234567890"),
          entry("hex", "0x1F"),
          entry("a formula", "=1+1"),
          entry("a date", "2026-06-41"),
          entry("two points", "1.234.56"),
          entry("blank", " "),
          entry("a sign alone", "-"),
          entry("a currency", "USD 5"),
          entry("an em dash", "\u2014"));

  private static final int DEEP = 10_000;
  private static final int LONG = 17 << 20;

  private BadRecords() {}

  /** By format, what may stand between two good records and spoils none of them. */
  static Map<String, String> of(Form form) {
    Map<String, String> bad = new LinkedHashMap<>();
    switch (form) {
      case CSV -> rows(bad);
      case JSONL -> {
        objects(bad, "\n");
        lines(bad);
      }
      case JSON -> {
        bad.put("a number among objects", "17,\n");
        bad.put("a text among objects", "\"row\",\n");
        bad.put("null among objects", "null,\n");
        bad.put("a list among objects", "[1,2],\n");
        bad.put("an empty object", "{},\n");
        bad.put("duplicate keys", "{\"day\":\"2026-06-02\",\"day\":\"2026-06-03\",\"cost\":1},\n");
        bad.put("too deep", "{\"day\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "},\n");
        bad.put("too long", "{\"day\":\"" + "x".repeat(LONG) + "\"},\n");
      }
      case XML -> {
        bad.put("an empty record", "<row/>\n");
        bad.put("no day", "<row><cost>1</cost></row>\n");
        bad.put("two days", "<row><day>1</day><day>2</day><cost>1</cost></row>\n");
        bad.put("text for a record", "<row>text</row>\n");
        bad.put("too deep", "<row>" + "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "</row>\n");
        bad.put("too long", "<row><day>" + "x".repeat(LONG) + "</day></row>\n");
      }
      case MESSAGES -> bad.putAll(BadMails.all());
    }
    return bad;
  }

  private static void rows(Map<String, String> bad) {
    bad.put("cells missing", "2026-06-02,search\n");
    bad.put("a cell too many", "2026-06-02,search,2.00,x\n");
    bad.put("one cell", "2026-06-02\n");
    bad.put("another delimiter", "2026-06-02;search;2.00\n");
    bad.put("a comma for the point", "2026-06-02,search,2,00\n");
    bad.put("an open quote", "2026-06-02,\"search,2.00\n");
    bad.put("a quote in the middle", "2026-06-02,se\"arch,2.00x\n");
    bad.put("text behind a quote", "2026-06-02,\"search\"x,2.00\n");
    bad.put("a NUL byte", "2026-06-02,sea\0rch,2.00\n");
    bad.put("a carriage return", "2026-06-02,sea\rrch,2.00\n");
    bad.put("the header again", "day,channel,cost\n");
    bad.put("a total", "Total,,4.00\n");
    bad.put("a comment", "# exported by hand\n");
    bad.put("a thousand cells", "x,".repeat(1000) + "x\n");
    bad.put("too long", "2026-06-02," + "x".repeat(LONG) + ",2.00\n");
    bad.put("nothing but commas", ",,\n");
    bad.put("swapped cells", "search,2026-06-02,2.00\n");
  }

  private static void objects(Map<String, String> bad, String end) {
    bad.put("half an object", "{\"day\":\"2026-06-02\",\"cha" + end);
    bad.put("no colon", "{\"day\" \"2026-06-02\"}" + end);
    bad.put("no comma", "{\"day\":\"2026-06-02\" \"cost\":1}" + end);
    bad.put("a comma at the end", "{\"day\":\"2026-06-02\",\"cost\":1,}" + end);
    bad.put("keys without quotes", "{day:\"2026-06-02\",cost:1}" + end);
    bad.put("single quotes", "{'day':'2026-06-02','cost':1}" + end);
    bad.put("a bare NaN", "{\"day\":\"2026-06-02\",\"cost\":NaN}" + end);
    bad.put("a bare Infinity", "{\"day\":\"2026-06-02\",\"cost\":-Infinity}" + end);
    bad.put("a leading zero", "{\"day\":\"2026-06-02\",\"cost\":007}" + end);
    bad.put("a comment", "{\"day\":\"2026-06-02\",/* no */\"cost\":1}" + end);
    bad.put("a control character", "{\"day\":\"2026-06-02\",\"channel\":\"a\u0001b\"}" + end);
    bad.put("a wrong escape", "{\"day\":\"2026-06-02\",\"channel\":\"\\x\"}" + end);
    bad.put("half an escape", "{\"day\":\"2026-06-02\",\"channel\":\"\\u12\"}" + end);
    bad.put("True for true", "{\"day\":\"2026-06-02\",\"cost\":True}" + end);
    bad.put("duplicate keys", "{\"day\":\"2026-06-02\",\"day\":\"2026-06-03\",\"cost\":1}" + end);
    bad.put("too deep", "{\"day\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}" + end);
    bad.put("too long", "{\"day\":\"" + "x".repeat(LONG) + "\"}" + end);
    bad.put("a huge exponent", "{\"day\":\"2026-06-02\",\"cost\":1e999999999}" + end);
    bad.put("an empty object", "{}" + end);
  }

  private static void lines(Map<String, String> bad) {
    bad.put("a list", "[1,2]\n");
    bad.put("a number", "17\n");
    bad.put("a text", "\"row\"\n");
    bad.put("null", "null\n");
    bad.put("two objects", "{\"day\":\"2026-06-02\"}{\"day\":\"2026-06-03\"}\n");
    bad.put("a comma behind", "{\"day\":\"2026-06-02\",\"channel\":\"search\",\"cost\":1},\n");
    bad.put("words", "12 rows exported\n");
    bad.put("a NUL byte", "{\"day\":\"2026\0\"}\n");
  }

  /** By format, whole documents that are none. */
  static Map<String, String> documents(Form form) {
    Map<String, String> bad = new LinkedHashMap<>();
    switch (form) {
      case CSV -> {
        bad.put("a column twice", "day,channel,day\n2026-06-02,search,1\n");
        bad.put("an open quote in the header", "day,\"channel,cost\n2026-06-02,search,1\n");
        bad.put("no header", "2026-06-02,search,1.50\n2026-06-03,search,2.50\n");
        bad.put("a header by another delimiter", "day;channel;cost\n2026-06-02;search;1\n");
        bad.put("a title above the header", "Costs\nday,channel,cost\n2026-06-02,search,1\n");
      }
      case JSONL -> bad.put("a document instead of lines", "[\n{\"day\":\"2026-06-02\"}\n]\n");
      case JSON -> {
        Map<String, String> objects = new LinkedHashMap<>();
        objects(objects, "");
        objects.keySet().removeAll(of(form).keySet());
        objects.forEach((name, text) -> bad.put(name, form.around(text + ",\n")));
        bad.put("no list", "{\"rows\":17}");
        bad.put("another list", "{\"data\":[{\"day\":\"2026-06-02\"}]}");
        bad.put("cut off", "{\"rows\":[{\"day\":\"2026-06-02\",\"cost\":1},{\"day\"");
        bad.put("not closed", "{\"rows\":[{\"day\":\"2026-06-02\",\"cost\":1}");
        bad.put("text behind it", "{\"rows\":[]} and that is all");
        bad.put("two documents", "{\"rows\":[]}{\"rows\":[]}");
        bad.put(
            "lines instead of a document", "{\"day\":\"2026-06-02\"}\n{\"day\":\"2026-06-03\"}\n");
      }
      case XML -> documents(bad);
      case MESSAGES -> {}
    }
    return bad;
  }

  private static void documents(Map<String, String> bad) {
    String row =
        "<rows><row><day>2026-06-02</day><channel>search</channel><cost>%s</cost></row></rows>";
    bad.put(
        "an outside entity",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + row.formatted("&x;"));
    bad.put(
        "an outside parameter entity",
        "<!DOCTYPE r [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\">%x;]>" + row.formatted("1"));
    bad.put(
        "an outside definition",
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\">" + row.formatted("1"));
    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    bad.put("an entity bomb", bomb + "]>" + row.formatted("&a29;"));
    bad.put("an unknown entity", row.formatted("&nosuch;"));
    bad.put("a bare ampersand", row.formatted("1 & 2"));
    bad.put("a bare less-than", row.formatted("1 < 2"));
    bad.put("a forbidden character", row.formatted("&#0;"));
    bad.put("a control character", row.formatted("\u0001"));
    bad.put("tags out of order", "<rows><row><day></row></day></rows>");
    bad.put("a tag not closed", "<rows><row><day>2026-06-02</day></row>");
    bad.put("two roots", row.formatted("1") + row.formatted("2"));
    bad.put("text behind it", row.formatted("1") + " and that is all");
    bad.put("an attribute twice", "<rows><row a=\"1\" a=\"2\"/></rows>");
    bad.put("an unbound prefix", "<rows><x:row/></rows>");
    bad.put("an open CDATA", "<rows><row><![CDATA[1</row></rows>");
    bad.put("an open comment", "<rows><!-- <row/></rows>");
    bad.put("no quotes", "<rows><row a=1/></rows>");
    bad.put("json", "{\"rows\":[]}");
    bad.put("cut off", "<rows><row><day>2026-06-02</day></row><row><da");
  }
}
