package io.tributary.sample.journey;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Person;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A visit to a brand's site or app; times are UTC. */
public record Session(
    Device device,
    LocalDateTime startedAt,
    Origin origin,
    List<Step> steps,
    Optional<ShopOrder> order,
    int lateDays,
    Standing standing) {
  /** The how-manieth visit of its device it is, and when and how that device came first. */
  public record Standing(int number, LocalDateTime firstAt, Origin first) {
    static Standing of(LocalDateTime startedAt, Origin origin) {
      return new Standing(1, startedAt, origin);
    }

    Standing next() {
      return new Standing(number + 1, firstAt, first);
    }
  }

  /** The same visit as the first or only one of its device that is known. */
  public Session arriving() {
    return with(standing);
  }

  Session with(Standing known) {
    if (known.number() > 1) {
      return new Session(device, startedAt, origin, steps, order, lateDays, known);
    }
    var all = new ArrayList<Step>();
    all.add(Step.of(device.kind().isApp() ? "first_open" : "first_visit", 0));
    all.addAll(steps);
    return new Session(device, startedAt, origin, all, order, lateDays, known);
  }

  /** Whose visit it is. */
  public Person person() {
    return device.person();
  }

  /** Whose site or app it is. */
  public Brand brand() {
    return device.brand();
  }

  /** The tool's number of the visit: the second it began. */
  public long id() {
    return startedAt.toEpochSecond(ZoneOffset.UTC);
  }

  /** When a step happened, in the brand's time zone. */
  public LocalDateTime localTime(Step step) {
    return at(step).atOffset(ZoneOffset.UTC).atZoneSameInstant(brand().zone()).toLocalDateTime();
  }

  /** When a step happened. */
  public LocalDateTime at(Step step) {
    return startedAt.plusSeconds(step.second());
  }

  /** What the web analytics tool calls the visitor. */
  public String visitorId() {
    return device.clientId() + "." + standing.firstAt().toEpochSecond(ZoneOffset.UTC);
  }
}
