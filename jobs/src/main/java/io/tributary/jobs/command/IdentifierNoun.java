package io.tributary.jobs.command;

import java.util.Locale;

/** What an identifier of a kind is called. */
enum IdentifierNoun {
  EMAIL("an", "e-mail address"),
  PHONE("a", "phone number"),
  LOYALTY("a", "loyalty number"),
  PLATFORM("a", "platform id");

  private final String article;
  private final String word;

  IdentifierNoun(String article, String word) {
    this.article = article;
    this.word = word;
  }

  static IdentifierNoun of(String kind) {
    return valueOf(kind.toUpperCase(Locale.ROOT));
  }

  String withArticle() {
    return article + " " + word;
  }
}
