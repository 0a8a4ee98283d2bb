package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class FeedbackTest {
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
}
