package io.tributary.sample.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final LocalDateTime AT = LocalDateTime.of(2026, 6, 5, 9, 30, 7);

  @Test
  void aMessageStandsInAMailboxAsAToolWritesIt() {
    assertThat(
            new Mail("Ann", "ann@example.com", AT)
                .with("Rating", null)
                .with("Duration", 90)
                .saying("Hello,\nFrom here on it is broken."))
        .isEqualTo(
            """
            From ann@example.com Fri Jun  5 09:30:07 2026
            Date: Fri, 5 Jun 2026 09:30:07 +0000
            From: Ann <ann@example.com>
            Duration: 90
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello,
            >From here on it is broken.

            """);
  }

  @Test
  void whatAsciiDoesNotHoldIsEncoded() {
    var message = new Mail("Jörg", "joerg@example.com", AT).saying("schön = " + "ü".repeat(30));

    assertThat(message)
        .contains("From: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.com>\n")
        .contains("Content-Transfer-Encoding: quoted-printable\n\nsch=C3=B6n =3D =C3=BC")
        .contains("=\n=")
        .isASCII();
    assertThat(message.lines()).allMatch(line -> line.length() <= 76);
  }
}
