package io.tributary.jobs.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Spark's compiler made of one generated program: its classes, and their sizes, by which Spark
 * tells whether the JVM would compile them.
 *
 * @param classes the bytes of each class, by name
 * @param largestMethod bytes of code
 * @param largestPool entries of a class's constants
 */
record CompiledProgram(
    Map<String, byte[]> classes, int largestMethod, int largestPool, int innerClasses) {

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      to.writeInt(largestMethod);
      to.writeInt(largestPool);
      to.writeInt(innerClasses);
      to.writeInt(classes.size());
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        to.writeUTF(one.getKey());
        to.writeInt(one.getValue().length);
        to.write(one.getValue());
      }
    }
    return bytes.toByteArray();
  }

  static CompiledProgram of(byte[] bytes) throws IOException {
    try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int largestMethod = from.readInt();
      int largestPool = from.readInt();
      int innerClasses = from.readInt();
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int left = from.readInt(); left > 0; left--) {
        classes.put(from.readUTF(), from.readNBytes(from.readInt()));
      }
      return new CompiledProgram(classes, largestMethod, largestPool, innerClasses);
    }
  }
}
