package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnboardingTest {
  @TempDir private Path folder;

  @Test
  void anUnknownExportIsProposedTriedAndLeavesNothingBehind() {
    Shell shell = MediaShop.in(folder);
    MediaShop.delivers(
        shell,
        "2026-06-01",
        "2026-06-01,search,brand,10.00",
        "2026-06-02,social,brand,-1",
        "2026-06-03,,brand,5.00");
    String file = folder.resolve("landing/media/2026-06-01/media.csv").toString();

    var proposed = shell.run("source", "new", file);
    var tried = shell.run("source", "test", "media");

    assertThat(proposed.out())
        .contains("name: media", "format: csv", "record:cost::decimal(18,6)", "# doubt: money");
    assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
    assertThat(tried.out())
        .containsPattern("media/2026-06-01/media.csv +3 +1 +0 +0 +2")
        .containsPattern("silver.ad_spend +1 +account, ad, impressions")
        .contains("ad_spend.channel is missing", "ad_spend: broken rule: cost is not negative");
    assertThat(folder.resolve("lakehouse/silver")).doesNotExist();
  }

  @Test
  void aTableThatNamesNoSourceIsToldOfToo() {
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
          - name: codes
            format: csv
            key: record:code
            feeds:
              coupons:
                - columns:
                    coupon_code: record:code
                    brand: "'home'"
                    percent_off: record:percent
                    valid_from: "'2026-06-01'"
                    valid_to: "'2026-08-31'"
                    is_single_use: "false"
        """);
    shell.write("landing/codes/2026-06-01/codes.csv", "code,percent\nSUMMER,10\nWINTER,20\n");

    var tried = shell.run("source", "test", "codes");

    assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
    assertThat(tried.out()).containsPattern("silver.coupons +2 ");
  }

  @Test
  void aRecordWithoutPartOfItsKeyIsToldWhichWhereverItLands() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        sources: [{name: ads, format: csv, key: [record:campaign, record:ad, record:day]}]
        """);
    shell.write(
        "elsewhere/ads/2026-06-01/ads.csv",
        "campaign,ad,day\nspring,7,2026-06-01\nspring,,2026-06-01\n,,2026-06-01\n");

    var tried =
        shell.run("source", "test", "ads", "--landing", folder.resolve("elsewhere").toString());

    assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
    assertThat(tried.out())
        .containsPattern("ads/2026-06-01/ads.csv +3 +1 +0 +0 +2")
        .containsPattern("key record:ad is missing +ads/2026-06-01/ads.csv record 1")
        .contains("key record:campaign, record:ad is missing");
  }

  @Test
  void anExpressionThatIsNoneIsRefusedBeforeARunIsPlanned() {
    Shell shell = Shell.in(folder).withSpark();
    String sound =
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        sources: [{name: till, format: csv, key: record:receipt}]
        """;
    shell.write("shop.yaml", sound.replace("record:receipt", "receipt"));

    var night = shell.run("bronze");
    var tried = shell.run("source", "test", "till");
    var doctor = shell.run("doctor");
    shell.write("shop.yaml", sound);
    var mended = shell.run("bronze");

    String refused =
        "source till, key: found 'receipt', which cannot be read: A column, variable, or function"
            + " parameter with name `receipt` cannot be resolved.";
    assertThat(List.of(night.exitCode(), tried.exitCode())).containsOnly(2);
    assertThat(night.err()).startsWith("tributary: " + refused).doesNotContain("    at ");
    assertThat(tried.err()).startsWith("tributary: " + refused);
    assertThat(doctor.out()).contains("fault  sources        " + refused);
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(mended.out()).contains("Run 1,").doesNotContain("did not come to its end");
  }

  @Test
  void aTrialOfNoSourceNamesThoseThereAre() {
    var unknown = MediaShop.in(folder).run("source", "test", "sales");

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no source 'sales'", "There are: media");
  }
}
