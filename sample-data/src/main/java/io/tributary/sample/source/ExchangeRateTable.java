package io.tributary.sample.source;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.ExchangeRates;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;

/**
 * Exchange rates of business days. A rate that was first published wrong comes again, corrected, on
 * the next business day.
 */
public final class ExchangeRateTable implements Source {
  private final ExchangeRates rates;
  private final Scale scale;

  /** The table of these rates. */
  public ExchangeRateTable(ExchangeRates rates, Scale scale) {
    this.rates = rates;
    this.scale = scale;
  }

  @Override
  public void open(Shipment shipment) {
    var file =
        shipment.landing(
            "exchange_rates", "rates.csv", Frame.table("date", "currency", "usd_per_unit"));
    var delivery = shipment.delivery();
    var first = delivery.isHistory() ? scale.firstDay() : delivery.date();
    first.datesUntil(delivery.date().plusDays(1)).forEach(date -> add(date, delivery, file));
  }

  private void add(LocalDate date, Delivery delivery, ExportFile file) {
    if (!ExchangeRates.isBusinessDay(date)) {
      return;
    }
    var before = ExchangeRates.businessDayBefore(date);
    for (var currency : ExchangeRates.CURRENCIES) {
      if (ExchangeRates.isCorrectedLater(before)
          && delivery.brings(date)
          && !delivery.isHistory()) {
        file.add(before + currency, Csv.line(before, currency, rates.usdPerUnit(currency, before)));
      }
      boolean alreadyCorrected = delivery.isHistory() && date.isBefore(lastBusinessDay(delivery));
      var rate =
          alreadyCorrected
              ? rates.usdPerUnit(currency, date)
              : rates.firstPublished(currency, date);
      file.add(date + currency, Csv.line(date, currency, rate));
    }
  }

  private static LocalDate lastBusinessDay(Delivery delivery) {
    return ExchangeRates.businessDayBefore(delivery.date().plusDays(1));
  }
}
