package io.tributary.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.lake.ops.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of transcripts of chats, on its way to what customers say and who they are. */
class SupportChatsTest {
  private static final Path CONF = Path.of(System.getProperty("project.root", ".."), "conf");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

  /** Two chats, one that breaks off, and the second again. */
  private static final String MAILBOX =
      """
      From joerg@example.com Fri Jun 19 21:30:00 2026
      Date: Fri, 19 Jun 2026 23:30:00 +0200
      From: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.com>
      Message-ID: <1.home@chats.prism.example>
      Chat-ID: 1.home
      Department: Prism Home
      Duration: 90
      Rating: bad
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Visitor: Das ist schon das dritte Mal. Ich bin sehr entt=C3=A4uscht und w=
      =C3=BCtend.
      Agent: Thank you, let me look into it.
      Visitor: Danke.

      From no-address@prism.example Fri Jun 19 09:00:00 2026
      Date: Fri, 19 Jun 2026 09:00:00 +0000
      From: Ann <no-address@prism.example>
      Chat-ID: 2.kids
      Department: Prism Kids
      Visitor-Phone: +13105550123

      Visitor: Where is it?

      From no-address@prism.example Fri Jun 19 10:00:00 2026
      Date: Fri, 19 Jun 2026 10:00:00 +0000
      Chat-ID: 3.kids
      Depart

      From no-address@prism.example Fri Jun 19 09:00:00 2026
      Date: Fri, 19 Jun 2026 09:00:00 +0000
      From: Ann <no-address@prism.example>
      Chat-ID: 2.kids
      Department: Prism Kids
      Visitor-Phone: +13105550123

      Visitor: Where is it?
      """;

  @TempDir private Path folder;

  private SilverHouse night(String mbox) throws IOException {
    Path file = folder.resolve("landing/support_chats/2026-06-20/chats.mbox.gz");
    Files.createDirectories(file.getParent());
    Files.writeString(file, mbox);
    Source chats = YamlFile.read(CONF.resolve("sources/support_chats.yaml"), Source.class);
    Business business = new Business("USD", "Europe/London", Map.of());
    SilverHouse house =
        new SilverHouse(
            folder.resolve("house"), folder.resolve("landing"), List.of(chats), business);
    assertThat(house.night(DAY).isPublished()).isTrue();
    return house;
  }

  @Test
  void aTranscriptTellsWhoSaidWhatAndWhen() throws IOException {
    SilverHouse house = night(MAILBOX);

    Rows.assertRows(
        house.table(Feedback.TABLE),
        """
        feedback_key         | brand | kind | customer_record_key  | satisfaction | words                                                                     | said_at
        support_chats/1.home | Home  | chat | support_chats/1.home | bad          | Das ist schon das dritte Mal. Ich bin sehr enttäuscht und wütend. Danke.  | 2026-06-19 21:30:00
        support_chats/2.kids | Kids  | chat | -                    | -            | Where is it?                                                              | 2026-06-19 09:00:00
        """);
    Rows.assertRows(
        house.table(ContactPoints.TABLE),
        """
        record_key           | first_name | email
        support_chats/1.home | Jörg       | joerg@example.com
        """);
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        """
        position | reason
        2        | line 29: a header without a colon; the message is cut, or an empty line above its text is missing
        """);
  }
}
