package io.tributary.sample.source.ads;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Channel;
import java.util.List;

/** A brand's account on an advertising platform, with its own day and money. */
record AdAccount(
    String platform, String file, String id, Brand brand, String zone, String currency) {
  private static final String UTC = "UTC";

  static final List<AdAccount> META =
      List.of(
          meta(Brand.HOME, "America/New_York"),
          meta(Brand.APPAREL, "Europe/London"),
          meta(Brand.BEAUTY, "Europe/Berlin"),
          meta(Brand.KIDS, "America/New_York"));

  static final List<AdAccount> GOOGLE =
      List.of(
          google(Brand.HOME, "America/New_York"),
          google(Brand.APPAREL, "Europe/London"),
          google(Brand.BEAUTY, "Europe/London"),
          google(Brand.KIDS, "America/Los_Angeles"));

  /** The account that sells one shoe to Americans. */
  static final AdAccount SHOE =
      new AdAccount("google", "apparel-us", "7710000029", Brand.APPAREL, "America/New_York", "USD");

  static final List<AdAccount> TIKTOK = List.of(tiktok(Brand.APPAREL), tiktok(Brand.BEAUTY));

  private static AdAccount meta(Brand brand, String zone) {
    var id = "act_88100000" + brand.number() + "7";
    return new AdAccount("meta", brand.slug(), id, brand, zone, brand.currency());
  }

  private static AdAccount google(Brand brand, String zone) {
    var id = "77100000" + brand.number() + "5";
    return new AdAccount("google", brand.slug(), id, brand, zone, brand.currency());
  }

  private static AdAccount tiktok(Brand brand) {
    var id = "69800000000000" + brand.number() + "11";
    return new AdAccount("tiktok", brand.slug(), id, brand, UTC, "USD");
  }

  /** The channel whose money the account spends. */
  Channel channel() {
    return platform.equals("google") ? Channel.PAID_SEARCH : Channel.PAID_SOCIAL;
  }

  /** An id that no other object of the account has. */
  long objectId(int number) {
    return 120_000_000_000L + brand.number() * 1_000_000_000L + number * 1_000L + file.length();
  }

  /** The id of a campaign of this name. */
  long campaignId(String campaign) {
    return objectId(1_000 + Math.floorMod(campaign.hashCode(), 900_000));
  }
}
