package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnboardingTest {
  @TempDir private Path folder;

  @Test
  void anUnknownExportIsProposedTriedAndLeavesNothingBehind() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "landing/media/2026-06-01/media.csv",
        "day,channel,cost\n2026-06-01,search,10.00\n2026-06-02,social,-1\n2026-06-03,,5.00\n");
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        currency: USD
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
                    spend_date: record:day
                    original_cost: record:cost
                    currency: "'USD'"
        """);
    String file = folder.resolve("landing/media/2026-06-01/media.csv").toString();

    var proposed = shell.run("source", "new", file);
    var tried = shell.run("source", "test", "media");

    assertThat(proposed.out())
        .contains("name: media", "format: csv", "record:cost::decimal(18,6)", "# doubt: money");
    assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
    assertThat(tried.out())
        .containsPattern("media/2026-06-01/media.csv +3 +1 +0 +0 +2")
        .containsPattern("silver.ad_spend +1 +account, campaign, ad, impressions")
        .contains("ad_spend.channel is missing", "ad_spend: cost is not negative");
    assertThat(folder.resolve("lakehouse/silver")).doesNotExist();
  }
}
