package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  @Test
  void theVectorsOfRfc4231Hold() {
    assertThat(new KeyedHash(repeated(0x0b, 20)).of("Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(new KeyedHash("Jefe".getBytes(UTF_8)).of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(
            new KeyedHash(repeated(0xaa, 131))
                .of("Test Using Larger Than Block-Size Key - Hash Key First"))
        .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    assertThat(
            new KeyedHash(repeated(0xaa, 131))
                .of(
                    "This is a test using a larger than block-size key and a larger than "
                        + "block-size data. The key needs to be hashed before being used by the "
                        + "HMAC algorithm."))
        .isEqualTo("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
  }

  @Test
  void aColumnHoldsTheHashOfEachValueAndNullOfNull() {
    KeyedHash hash = new KeyedHash("Jefe".getBytes(UTF_8));

    var hashes = values("what do ya want for nothing?", null).select(hash.of(col("value")));

    assertThat(hashes.as(Encoders.STRING()).collectAsList())
        .containsExactly("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", null);
  }

  @Test
  void aPlanDoesNotShowTheKey() {
    KeyedHash hash = new KeyedHash("open-sesame".getBytes(UTF_8));

    var plan = values("a").select(hash.of(col("value"))).queryExecution().toString();

    assertThat(plan).contains("keyed_hash").doesNotContain("open-sesame");
    assertThat(hash.toString()).doesNotContain("open-sesame");
  }

  @Test
  void aKeyThatIsEmptyIsRefused() {
    assertThatThrownBy(() -> new KeyedHash(new byte[0]))
        .hasMessageContaining("The key that hides identifiers is empty");
  }

  private static Dataset<Row> values(String... values) {
    List<String> list = Arrays.asList(values);
    return TestSpark.session().createDataset(list, Encoders.STRING()).toDF();
  }

  private static byte[] repeated(int value, int times) {
    byte[] bytes = new byte[times];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
