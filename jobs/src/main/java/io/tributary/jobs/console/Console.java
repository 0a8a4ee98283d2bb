package io.tributary.jobs.console;

import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out the answer, which may be piped
 * @param err faults, and word of what is going on
 * @param isTerminal whether somebody watches; lines may be redrawn then
 * @param width columns of the terminal; {@link Integer#MAX_VALUE} where none bounds a line
 * @param hasColour whether stress may be set in colour
 */
public record Console(
    PrintWriter out, PrintWriter err, boolean isTerminal, int width, boolean hasColour) {

  /** A console that nobody watches: no colour, no redrawn lines, no bound on a line. */
  public static Console plain(PrintWriter out, PrintWriter err) {
    return new Console(out, err, false, Integer.MAX_VALUE, false);
  }

  public void say(String line) {
    out.println(line);
    out.flush();
  }

  public void complain(String line) {
    err.println(line);
    err.flush();
  }

  /** Text in a style where colour is welcome, and as it is elsewhere. */
  public String styled(Style style, String text) {
    return hasColour ? style.open + text + "\u001b[0m" : text;
  }

  /** The few ways in which a word may stand out. */
  public enum Style {
    STRONG("\u001b[1m"),
    FAINT("\u001b[2m"),
    GOOD("\u001b[32m"),
    WARNING("\u001b[33m"),
    BAD("\u001b[31m");

    private final String open;

    Style(String open) {
      this.open = open;
    }
  }
}
