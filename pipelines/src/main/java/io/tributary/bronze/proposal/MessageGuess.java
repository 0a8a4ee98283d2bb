package io.tributary.bronze.proposal;

import io.tributary.bronze.files.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a file holds messages, told from the headers at its beginning. */
final class MessageGuess {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*:.*");
  private static final Set<String> USUAL =
      Set.of("from", "date", "message-id", "received", "return-path", "mime-version", "to");

  private MessageGuess() {}

  /** Headers down to an empty line, two of them such as every mail has. */
  static boolean isMessage(String start) {
    List<String> headers =
        start
            .lines()
            .skip(start.startsWith("From ") ? 1 : 0)
            .takeWhile(line -> !line.isEmpty())
            .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
            .toList();
    return headers.stream().allMatch(line -> HEADER.matcher(line).matches())
        && headers.stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .filter(USUAL::contains)
                .distinct()
                .limit(2)
                .count()
            == 2;
  }

  /** Bytes that are no UTF-8 may be in the charsets that the messages name for themselves. */
  static GuessedFormat of(Charset charset) {
    GuessedFormat messages =
        new GuessedFormat(
            FileFormat.messages(),
            "messages",
            List.of(
                "headers: one that stands there twice is a list, and a text where it stands once;"
                    + " name those that may repeat in 'lists:'"));
    return charset.equals(StandardCharsets.UTF_16) ? messages.encodedIn(charset) : messages;
  }
}
