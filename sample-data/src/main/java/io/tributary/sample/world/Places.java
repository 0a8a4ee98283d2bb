package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cities and streets people live in. */
public final class Places {
  /** A city, how many people live there, and the store that is near. */
  public record City(
      String country,
      String name,
      String region,
      String postcode,
      String dial,
      Optional<Store> store) {}

  private final List<City> cities = new ArrayList<>();
  private final double[] weights;
  private final Map<String, List<String>> streets = new HashMap<>();

  /** Reads the cities and streets this module carries. */
  public Places() {
    var shares = new ArrayList<Double>();
    for (var row : Resource.rows("cities.csv")) {
      var store = row.get(6).isEmpty() ? Optional.<Store>empty() : store(row.get(6));
      cities.add(new City(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), store));
      shares.add(Double.valueOf(row.get(5)));
    }
    weights = shares.stream().mapToDouble(Double::doubleValue).toArray();
    for (var row : Resource.rows("streets.csv")) {
      streets.computeIfAbsent(row.get(0), country -> new ArrayList<>()).add(row.get(1));
    }
  }

  private static Optional<Store> store(String name) {
    return Optional.of(Store.valueOf(name));
  }

  /** A city, large ones more often. */
  public City city(Draw draw) {
    return cities.get(draw.weighted(weights));
  }

  /** A city of this country. */
  public City cityIn(String country, Draw draw) {
    while (true) {
      var city = city(draw);
      if (city.country().equals(country)) {
        return city;
      }
    }
  }

  /** A home in a city. */
  public Address home(City city, Draw draw) {
    var name = draw.pick(streets.get(city.country()));
    int number = draw.between(1, city.country().equals("US") ? 2400 : 140);
    var street = city.country().equals("DE") ? name + " " + number : number + " " + name;
    if (city.country().equals("US") && draw.chance(.25)) {
      street += " Apt " + draw.between(1, 40);
    }
    return new Address(
        street,
        city.name(),
        city.region(),
        postcode(city.postcode(), draw),
        city.country(),
        city.dial());
  }

  private static String postcode(String pattern, Draw draw) {
    var code = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      switch (sign) {
        case '#' -> code.append(draw.between(0, 9));
        case '@' -> code.append("ABDEFGHJLN".charAt(draw.between(0, 9)));
        default -> code.append(sign);
      }
    }
    return code.toString();
  }
}
