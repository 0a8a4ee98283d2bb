package io.tributary.models.identity.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * E-mail addresses that are alike only because they are made of the same name: that says nothing
 * which the names have not said already, since John Smith has many namesakes.
 *
 * @param names the places of given names and family names
 * @param emails the places of e-mail addresses
 */
public record Echo(List<Integer> names, List<Integer> emails) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TELLING = 3;

  /** The names and e-mail addresses of a list. */
  public static Echo among(List<Comparison> comparisons) {
    List<Integer> names = new ArrayList<>();
    List<Integer> emails = new ArrayList<>();
    for (int place = 0; place < comparisons.size(); place++) {
      Comparison comparison = comparisons.get(place);
      if (comparison instanceof GivenName || comparison instanceof FamilyName) {
        names.add(place);
      } else if (comparison instanceof Email) {
        emails.add(place);
      }
    }
    return new Echo(List.copyOf(names), List.copyOf(emails));
  }

  /** Whether an e-mail address of some level echoes a name that two records agree in. */
  public boolean isEcho(Value[] one, Value[] other, int email, int level) {
    if (level != Email.SIMILAR_NAME || !emails.contains(email)) {
      return false;
    }
    for (int name : names) {
      if (one[name] != null
          && other[name] != null
          && one[name].text().length() >= TELLING
          && isIn(one[name], one[email])
          && isIn(other[name], other[email])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Value name, Value email) {
    String beginning = name.text().substring(0, Math.min(TELLING, name.text().length()));
    int at = email.text().indexOf(beginning);
    return at >= 0 && at < email.text().indexOf('@');
  }
}
