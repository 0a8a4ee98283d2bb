package io.tributary.jobs.console;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A console that keeps what it is told. */
public final class Page {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A terminal of some width, without colour. */
  public Console terminal(int width) {
    return new Console(new PrintWriter(out), new PrintWriter(err), true, width, false);
  }

  public Console plain() {
    return Console.plain(new PrintWriter(out), new PrintWriter(err));
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
