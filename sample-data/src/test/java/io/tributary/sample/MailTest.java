package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.sample.source.MailList;
import io.tributary.sample.world.Mailbox;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final Duration SHORTLY = Duration.ofHours(2);

  private final Map<String, NavigableSet<OffsetDateTime>> clicks = new HashMap<>();

  private void readClicks(Path path) throws XMLStreamException {
    var reader =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new StringReader(Sample.text(path)));
    String recipient = "";
    String action = "";
    while (reader.hasNext()) {
      reader.next();
      if (reader.isStartElement()) {
        switch (reader.getLocalName()) {
          case "recipient" -> recipient = reader.getAttributeValue(null, "email_id");
          case "action" -> action = reader.getElementText();
          case "timestamp" -> {
            var at = OffsetDateTime.parse(reader.getElementText());
            if (action.equals("click")) {
              clicks.computeIfAbsent(recipient, id -> new TreeSet<>()).add(at);
            }
          }
          default -> {}
        }
      }
    }
  }

  @Test
  void everyOrderThatAMailBroughtHasItsClickShortlyBefore() throws XMLStreamException {
    for (var path : Sample.source("mail_activity")) {
      readClicks(path);
    }
    int brought = 0;
    for (var path : Sample.source("shop_orders")) {
      for (var order : Sample.json(Sample.text(path)).get("orders")) {
        var customer = order.get("customer");
        var landing = order.get("landing_site").asText();
        if (landing.contains("utm_source=mailchimp") && !customer.isNull()) {
          var at = OffsetDateTime.parse(order.get("created_at").textValue());
          var mailbox = new Mailbox(customer.get("email").textValue(), 0, 0);
          var own = clicks.getOrDefault(MailList.memberId(mailbox), new TreeSet<>());
          assertThat(own.subSet(at.minus(SHORTLY), at)).as("order at %s", at).isNotEmpty();
          brought++;
        }
      }
    }
    assertThat(brought).isGreaterThan(300);
  }
}
