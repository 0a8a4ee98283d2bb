package io.tributary.sample.source.mail;

import io.tributary.sample.consent.Statement;
import io.tributary.sample.consent.Statements;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Family;

/** Each statement of consent or refusal; none is ever changed, a later one stands beside it. */
public final class ConsentRecords implements Source {
  private static final Frame FRAME =
      Frame.table(
          "recorded_at",
          "subject_type",
          "subject",
          "brand",
          "purpose",
          "channel",
          "status",
          "legal_basis",
          "collected_by");

  private final Statements statements;

  /** The records of these statements. */
  public ConsentRecords(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("consent_records", "consent.csv.gz", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var said : statements.of(family)) {
      if (shipment.delivery().brings(said.at())) {
        file(shipment).add(said.at() + said.subject() + said.purpose(), record(said));
      }
    }
  }

  private static String record(Statement said) {
    return Csv.line(
        Stamp.utc(said.at()),
        said.subjectType(),
        said.subject(),
        said.brand().title(),
        said.purpose(),
        said.channel(),
        said.granted() ? "granted" : "denied",
        "consent",
        said.source());
  }
}
