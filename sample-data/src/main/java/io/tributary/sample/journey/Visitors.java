package io.tributary.sample.journey;

import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.Person;
import io.tributary.sample.world.Product;
import io.tributary.sample.world.ShopOrder;
import io.tributary.sample.world.World;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws single visits. */
public final class Visitors {
  private static final double LATE = .04;
  private static final int MOST_DAYS_LATE = 3;
  private static final double BRANDED = .8;
  private static final double LEAVES = .3;

  private final World world;

  /** Visitors of a world's shops. */
  public Visitors(World world) {
    this.world = world;
  }

  /** Whether an order was placed in the app. */
  boolean usesApp(ShopOrder order) {
    return !order.checkout().sourceName().equals("web");
  }

  /** The visit that ends in an order. */
  public Session ordering(ShopOrder order, Draw draw) {
    var orderedAt = Moment.utc(order.at(), order.brand().zone());
    var startedAt =
        order
            .visit()
            .click()
            .map(click -> click.at())
            .orElse(orderedAt.minusSeconds(draw.between(120, 900)));
    var origin = origin(order, draw);
    var device = device(order, startedAt);
    int end = (int) Duration.between(startedAt, orderedAt).toSeconds();
    return new Session(
        device,
        startedAt,
        origin,
        steps(order, end),
        Optional.of(order),
        late(draw),
        Session.Standing.of(startedAt, origin));
  }

  private static List<Step> steps(ShopOrder order, int end) {
    var product = order.lines().get(0).product();
    var steps = new ArrayList<Step>();
    steps.add(Step.of("session_start", 0));
    steps.add(Step.of("page_view", 0));
    steps.add(Step.of("view_item", end / 5, product));
    if (order.lines().size() > 1) {
      steps.add(Step.of("view_item", end * 2 / 5, order.lines().get(1).product()));
    }
    steps.add(Step.of("add_to_cart", end / 2, product));
    steps.add(Step.of("begin_checkout", end * 4 / 5));
    steps.add(Step.of("purchase", end));
    return steps;
  }

  private static Origin origin(ShopOrder order, Draw draw) {
    boolean branded = draw.chance(BRANDED);
    var date = order.at().toLocalDate();
    var address = order.visit().landingSite().orElse("/");
    for (var way : Way.values()) {
      boolean generic = way == Way.GENERIC_SEARCH;
      var tag = way.channel().map(channel -> "utm_source=" + channel.source() + "&");
      if (tag.filter(address::contains).isPresent() && !(generic && branded)) {
        return Origin.landed(way, way.channel().orElseThrow(), order.brand(), address);
      }
    }
    boolean searched = order.visit().referringSite().isPresent();
    return Origin.of(searched ? Way.ORGANIC_SEARCH : Way.DIRECT, order.brand(), date);
  }

  /** A visit this way by the buyer of an order, to the same brand, without ordering. */
  Session idle(ShopOrder order, Way way, LocalDateTime startedAt, Draw draw) {
    return idle(order.buyer(), order.brand(), way, startedAt, draw);
  }

  /** A visit this way that ends without an order. */
  public Session idle(Person person, Brand brand, Way way, LocalDateTime startedAt, Draw draw) {
    var origin = Origin.of(way, brand, startedAt.toLocalDate());
    var device = device(person, brand, startedAt);
    return unordered(device, startedAt, origin, draw);
  }

  /** A click in a mailing that ends without an order. */
  Session mailed(Person person, Campaign campaign, LocalDateTime startedAt) {
    var draw = Draw.of(person.number(), "mailed", campaign.brand().number(), campaign.number());
    var device = device(person, campaign.brand(), startedAt);
    return unordered(device, startedAt, Origin.mailed(campaign), draw);
  }

  /** The app opened without ordering, by the buyer of an order. */
  Session opening(ShopOrder order, LocalDateTime startedAt, Draw draw) {
    var origin = Origin.of(Way.DIRECT, order.brand(), startedAt.toLocalDate());
    return unordered(device(order, startedAt), startedAt, origin, draw);
  }

  /** The app opened without ordering. */
  public Session opening(Person person, Brand brand, LocalDateTime startedAt, Draw draw) {
    var kind = person.number() % 3 == 0 ? Device.Kind.ANDROID : Device.Kind.IOS;
    var origin = Origin.of(Way.DIRECT, brand, startedAt.toLocalDate());
    return unordered(new Device(person, brand, kind, 0), startedAt, origin, draw);
  }

  private Session unordered(Device device, LocalDateTime startedAt, Origin origin, Draw draw) {
    var steps = new ArrayList<Step>();
    steps.add(Step.of("session_start", 0));
    steps.add(Step.of("page_view", 0));
    if (draw.chance(.45)) {
      int second = draw.between(10, 200);
      Product product = draw.pick(world.catalogue().products(device.brand()));
      steps.add(Step.of("view_item", second, product));
      if (isSoldElsewhere(device) && draw.chance(LEAVES)) {
        steps.add(Step.of(ClickOut.STEP, second + draw.between(5, 60), product));
      }
    }
    return new Session(
        device,
        startedAt,
        origin,
        steps,
        Optional.empty(),
        late(draw),
        Session.Standing.of(startedAt, origin));
  }

  private static boolean isSoldElsewhere(Device device) {
    return MediaDelivery.BRANDS.contains(device.brand())
        && !device.kind().isApp()
        && MarketArea.of(device.person().residence().first()).isPresent();
  }

  private static int late(Draw draw) {
    return draw.chance(LATE) ? draw.between(1, MOST_DAYS_LATE) : 0;
  }

  private static Device device(ShopOrder order, LocalDateTime at) {
    return switch (order.checkout().sourceName()) {
      case "ios" -> new Device(order.buyer(), order.brand(), Device.Kind.IOS, 0);
      case "android" -> new Device(order.buyer(), order.brand(), Device.Kind.ANDROID, 0);
      default -> device(order.buyer(), order.brand(), at);
    };
  }

  /** A browser forgets its visitor each new year. */
  private static Device device(Person person, Brand brand, LocalDateTime at) {
    var kinds = List.of(Device.Kind.DESKTOP, Device.Kind.MOBILE, Device.Kind.TABLET);
    var draw = Draw.of(person.number(), "device", at.getDayOfYear() / 9);
    var kind = kinds.get(draw.weighted(.38, .55, .07));
    return new Device(person, brand, kind, at.getYear() % 4);
  }
}
