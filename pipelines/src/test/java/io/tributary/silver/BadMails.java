package io.tributary.silver;

import java.util.LinkedHashMap;
import java.util.Map;

/** Messages of an mbox that are none, or not the ones they should be. */
final class BadMails {
  private static final String FROM = "From a@example.com Mon Jun  1 08:00:00 2026\n";
  private static final String DAY = "Day: 2026-06-02\nCost: 2.00\n";
  private static final int DEEP = 10_000;
  private static final int LONG = 17 << 20;

  private BadMails() {}

  /** By what is wrong, what may stand between two good messages and spoils none of them. */
  static Map<String, String> all() {
    Map<String, String> bad = new LinkedHashMap<>();
    headers().forEach((name, text) -> bad.put(name, FROM + text + "\n\nx\n\n"));
    texts().forEach((name, text) -> bad.put(name, FROM + DAY + text + "\n\n"));
    bad.put("no header", FROM + "\nnothing but text\n\n");
    bad.put("nothing at all", FROM + "\n");
    bad.put("cut within a header", FROM + "Day: 2026-06-02\nCo\n");
    return bad;
  }

  private static Map<String, String> headers() {
    return Map.ofEntries(
        Map.entry("no colon", "Day 2026-06-02"),
        Map.entry("no day", "Cost: 1"),
        Map.entry("two days", "Day: 2026-06-02\nDay: 2026-06-03\nCost: 1"),
        Map.entry("nothing behind the colon", "Day:\nCost: 1"),
        Map.entry("a blank in a name", "Day of cost: 2026-06-02"),
        Map.entry("a blank at first", " Day: 2026-06-02\nCost: 1"),
        Map.entry("json for headers", "{\"day\":\"2026-06-02\",\"cost\":1}"),
        Map.entry("markup for headers", "<day>2026-06-02</day>"),
        Map.entry("a carriage return", "Day: 2026\r-06-02\nCost: 1"),
        Map.entry("a NUL byte", "Day: 2026\0-06-02\nCost: 1"),
        Map.entry("a word of no charset", "Day: =?klingon?Q?x?=\nCost: 1"),
        Map.entry("a word of another charset", "Day: =?utf-8?Q?=FF?=\nCost: 1"),
        Map.entry("a word of no base64", "Day: =?utf-8?B?W?=\nCost: 1"),
        Map.entry("a hundred thousand headers", "A: 1\n".repeat(100_000)),
        Map.entry("a header too long", "Day: " + "x".repeat(LONG)));
  }

  private static Map<String, String> texts() {
    String mixed = "Content-Type: multipart/mixed; boundary=b\n\n";
    return Map.ofEntries(
        Map.entry("no charset", "Content-Type: text/plain; charset=klingon\n\nx"),
        Map.entry("another charset", "Content-Type: text/plain; charset=Shift_JIS\n\n\u00e9"),
        Map.entry("no base64", "Content-Transfer-Encoding: base64\n\nWm8*"),
        Map.entry("half base64", "Content-Transfer-Encoding: base64\n\nWm8"),
        Map.entry("an unknown encoding", "Content-Transfer-Encoding: x-uuencode\n\nx"),
        Map.entry("no boundary", "Content-Type: multipart/mixed\n\n--b\n\nx\n--b--"),
        Map.entry("no closing boundary", mixed + "--b\n\nx\n--b\n\nx"),
        Map.entry("no part", mixed + "x"),
        Map.entry("a part without a colon", mixed + "--b\nA 1\n\nx\n--b--"),
        Map.entry("too deep", nested()),
        Map.entry("too long", "\n" + "x\n".repeat(LONG / 2)));
  }

  private static String nested() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < DEEP; i++) {
      parts.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return parts + "\nx";
  }
}
