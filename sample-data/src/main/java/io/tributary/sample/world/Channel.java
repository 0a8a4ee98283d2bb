package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Locale;

/** The paid channels, and how their visitors are tagged in a landing address. */
public enum Channel {
  PAID_SEARCH("google", "cpc", 0.30),
  PAID_SOCIAL("meta", "paid_social", 0.26),
  DISPLAY("dv360", "display", 0.10),
  VIDEO("youtube", "video", 0.12),
  INFLUENCER("influencer", "social", 0.08),
  EMAIL("mailchimp", "email", 0.04),
  AFFILIATE("awin", "affiliate", 0.10);

  private final String source;
  private final String medium;
  private final double budgetShare;

  Channel(String source, String medium, double budgetShare) {
    this.source = source;
    this.medium = medium;
    this.budgetShare = budgetShare;
  }

  /** How the channel is written in files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The utm_source of its links. */
  public String source() {
    return source;
  }

  /** The utm_medium of its links. */
  public String medium() {
    return medium;
  }

  /** Its share of a brand's media budget. */
  public double budgetShare() {
    return budgetShare;
  }

  /** The campaign that a brand runs on this channel on a day. */
  public String campaign(Brand brand, LocalDate date) {
    var theme =
        switch (date.getMonth()) {
          case NOVEMBER, DECEMBER -> "holiday-" + date.getYear();
          case JUNE, JULY -> "summer-" + date.getYear();
          default -> "always-on";
        };
    return brand.slug() + "-" + slug().replace('_', '-') + "-" + theme;
  }
}
