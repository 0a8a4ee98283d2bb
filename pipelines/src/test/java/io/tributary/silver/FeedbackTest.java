package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.lake.ops.Quarantine;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {
  @TempDir private Path folder;

  @Test
  void whatReachesAPersonIsMasked() {
    Rows.assertRows(
        Feedback.of(
            Mapped.rows(
                Feedback.MAPPING,
                """
                feedback_key | brand  | kind   | words                                             | said_at
                f1           | Home   | ticket | Write to ann.lee@x.example, or call (212) 500-1702. | 2026-06-02 03:00:00
                f2           | Beauty | review | Order 7 came on 2 June, 3 stars of 5               | 2026-06-02 23:00:00
                """),
            Mapped.BUSINESS),
        """
        feedback_key | words                                       | said_date
        f1           | Write to [address], or call ([number].       | 2026-06-01
        f2           | Order 7 came on 2 June, 3 stars of 5         | 2026-06-03
        """);
  }

  @Test
  void starsOrAGradeSayEnoughWithoutWords() {
    SilverHouse house =
        new ConfHouse(folder, "reviews", "support_chats")
            .file(
                "reviews/2026-06-20/home.jsonl.gz",
                """
                {"id":1,"sku":"M1","score":5,"title":null,"content":null,"created_at":"2026-06-19T10:00:00Z"}
                {"id":2,"sku":"M1","score":null,"title":"","content":"","created_at":"2026-06-19T10:00:00Z"}
                """)
            .file(
                "support_chats/2026-06-20/chats.mbox.gz",
                """
                From no-address@prism.example Fri Jun 19 09:00:00 2026
                Date: Fri, 19 Jun 2026 09:00:00 +0000
                From: Ann <no-address@prism.example>
                Chat-ID: 2.kids
                Department: Prism Kids
                Rating: bad

                Agent: Is anybody there?
                """)
            .night(LocalDate.of(2026, 6, 20));

    Rows.assertRows(
        house.table(Feedback.TABLE),
        """
        feedback_key         | rating   | satisfaction | words
        reviews/home/1       | 5.000000 | -            | -
        support_chats/2.kids | -        | bad          | -
        """);
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        """
        position | reason
        1        | feedback: broken rule: words, a rating or satisfaction tell something
        """);
  }
}
