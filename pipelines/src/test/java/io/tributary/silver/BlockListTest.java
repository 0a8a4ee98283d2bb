package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockListTest {
  @Test
  void valuesAreHashedInTheFormThatProfilesCarry() {
    KeyedHash hash = new KeyedHash("list".getBytes(UTF_8));
    var rows =
        BlockList.rows(
            Map.of(
                "email",
                List.of(" Info@Shop.example", "none"),
                "phone",
                List.of("(212) 000-0001")));

    assertThat(
            BlockList.hashes(
                TestSpark.session().createDataFrame(rows, BlockList.TABLE.schema()),
                hash,
                new PhoneNumbers("US")))
        .containsExactlyInAnyOrder(hash.of("info@shop.example"), hash.of("+12120000001"));
  }

  @Test
  void anUnknownKindIsRefused() {
    assertThatThrownBy(() -> BlockList.rows(Map.of("mail", List.of("a@b.example"))))
        .hasMessage("block_list: unknown kind 'mail'; allowed are email, phone, loyalty");
  }
}
