package io.tributary.silver.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which identifiers tie the profiles that carry them.
 *
 * @param sharedLimit how many profiles of one account may carry a value that still ties. One person
 *     has a profile with each brand and till, but few in any one account; the tablet of a store or
 *     an info@ address has many there. Profiles known by that value alone do not count: they are
 *     the same guest again as likely as another.
 * @param blocked hashes of values that stand for nobody
 * @param proven by kind, the sources whose e-mail addresses or phone numbers are proven to be the
 *     customer's own
 */
public record Tying(int sharedLimit, Set<String> blocked, Map<String, List<String>> proven) {
  List<String> proven(IdentifierKind kind) {
    return proven.getOrDefault(kind.text(), List.of());
  }
}
