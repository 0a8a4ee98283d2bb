package io.tributary.lake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves by hand. */
final class SettableClock extends Clock {
  private volatile Instant now;
  private volatile boolean isStopped;

  SettableClock(Instant now) {
    this.now = now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** From now on the clock cannot be read. */
  void stop() {
    isStopped = true;
  }

  @Override
  public Instant instant() {
    if (isStopped) {
      throw new IllegalStateException("The clock has stopped");
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
