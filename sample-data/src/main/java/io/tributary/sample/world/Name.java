package io.tributary.sample.world;

/** What a person is called; the nickname is the first name where there is none. */
public record Name(String first, String last, String nickname, String gender) {
  /** The same person after taking another surname. */
  public Name married(String surname) {
    return new Name(first, surname, nickname, gender);
  }

  /** The same person as called by friends. */
  public Name familiar() {
    return new Name(nickname, last, nickname, gender);
  }
}
