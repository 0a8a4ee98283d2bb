package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.udf;

import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;

/** HMAC-SHA-256 under one key: equal values stay equal, and nobody without the key can guess. */
public final class KeyedHash implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;
  private final transient Mac keyed;

  /** The hash under a secret, whose bytes are kept to themselves. */
  public KeyedHash(byte[] key) {
    if (key.length == 0) {
      throw TributaryException.usage(
          "The key that hides identifiers is empty, so anybody could guess them; set it to at"
              + " least 16 random characters and keep it, for another makes every identifier anew.");
    }
    this.key = key.clone();
    this.keyed = keyed(this.key);
  }

  /** The same for equal keys and no others; of the key itself it tells nothing. */
  public String fingerprint() {
    return of("fingerprint");
  }

  /** The hash in 64 hexadecimal digits; null of null. */
  public String of(String value) {
    if (value == null) {
      return null;
    }
    try {
      // A copy of the keyed state is free of locks and saves preparing the key for every value.
      Mac mac = (Mac) keyed.clone();
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's " + ALGORITHM + " cannot be copied", e);
    }
  }

  /**
   * The hash of each value of a column. A function of our own and not Spark's, because a key that
   * is a literal of a query shows in plans, in the event log and in error messages.
   */
  public Column of(Column value) {
    UDF1<String, String> hash = this::of;
    return udf(hash, Field.TEXT).withName("keyed_hash").apply(value);
  }

  @Override
  public String toString() {
    return ALGORITHM + " under a key of its own";
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private Object readResolve() {
    return new KeyedHash(key);
  }
}
