package io.tributary.jobs.nights;

/** What became of the records of a file. */
record Account(long landed, long accepted, long duplicate, long superseded, long aside) {

  /** The account of a row that begins with the file. */
  static Account of(String[] row) {
    return new Account(
        Long.parseLong(row[1]),
        Long.parseLong(row[2]),
        Long.parseLong(row[3]),
        Long.parseLong(row[4]),
        Long.parseLong(row[5]));
  }

  /** A file of which all stands but this. */
  static Account but(long landed, long duplicate, long superseded, long aside) {
    long accepted = landed - duplicate - superseded - aside;
    return new Account(landed, accepted, duplicate, superseded, aside);
  }
}
