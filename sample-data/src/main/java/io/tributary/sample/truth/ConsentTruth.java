package io.tributary.sample.truth;

import io.tributary.sample.consent.Statement;
import io.tributary.sample.consent.Statements;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Family;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each person may be reached for on the last day: of each collector's statements the last
 * counts, and of several collectors' the strictest.
 */
public final class ConsentTruth implements Source {
  private static final Frame FRAME = Frame.table("person", "brand", "purpose", "channel", "status");

  private final Statements statements;

  /** The upshot of these statements. */
  public ConsentTruth(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void open(Shipment shipment) {
    shipment.truth("consent.csv", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    Map<String, Statement> last = new TreeMap<>();
    statements.of(family).stream()
        .filter(said -> shipment.delivery().knows(said.at()))
        .sorted(Comparator.comparing(Statement::at))
        .forEach(said -> last.put(topic(said) + "," + said.source(), said));
    Map<String, Boolean> granted = new TreeMap<>();
    Map<String, Statement> topics = new TreeMap<>();
    for (var said : last.values()) {
      granted.merge(topic(said), said.granted(), Boolean::logicalAnd);
      topics.put(topic(said), said);
    }
    topics.forEach(
        (topic, said) ->
            shipment
                .truth("consent.csv", FRAME)
                .add(
                    topic,
                    Csv.line(
                        said.person(),
                        said.brand().slug(),
                        said.purpose(),
                        said.channel(),
                        granted.get(topic) ? "granted" : "denied")));
  }

  private static String topic(Statement said) {
    return String.join(
        ",", People.key(said.person()), said.brand().slug(), said.purpose(), said.channel());
  }
}
