package io.tributary.jobs.command;

import java.nio.file.Path;

/** A project whose only source is what its media cost, day by day. */
final class MediaShop {
  private MediaShop() {}

  static Shell in(Path folder) {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        currency: USD
        brands: {home: {}}
        sources:
          - name: media
            format: csv
            key: record:day
            feeds:
              ad_spend:
                - columns:
                    spend_key: record:day
                    brand: "'home'"
                    channel: record:channel
                    campaign: record:campaign
                    spend_date: record:day
                    original_cost: record:cost
                    currency: "'USD'"
        """);
    return shell;
  }

  /** Lands a file of the rows, each a day, a channel, a campaign and a cost. */
  static void delivers(Shell shell, String delivered, String... rows) {
    shell.write(
        "landing/media/" + delivered + "/media.csv",
        "day,channel,campaign,cost\n" + String.join("\n", rows) + "\n");
  }
}
