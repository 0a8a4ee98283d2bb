package io.tributary.bronze.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantBuilder.FieldEntry;

/**
 * An element or an attribute on its way to a variant: members by name, text, or both. An element of
 * nothing but text is a string; an empty one is null.
 */
final class XmlNode {
  private static final String TEXT = "#text";

  private final Map<String, List<XmlNode>> members = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  XmlNode add(String name) {
    XmlNode member = new XmlNode();
    add(name, member);
    return member;
  }

  void add(String name, XmlNode member) {
    members.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(member);
  }

  /** Adds the one member of this name; false when there is one already. */
  boolean addOnly(String name, XmlNode member) {
    return members.putIfAbsent(name, List.of(member)) == null;
  }

  void addAttributes(XMLStreamReader element) {
    for (int i = 0; i < element.getAttributeCount(); i++) {
      add("@" + element.getAttributeLocalName(i)).append(element.getAttributeValue(i));
    }
  }

  void append(String more) {
    text.append(more);
  }

  /** Writes this node; members that repeat, or are named as lists, become arrays. */
  void write(VariantBuilder builder, Set<String> lists) {
    boolean blank = text.toString().isBlank();
    if (!members.isEmpty()) {
      writeObject(builder, lists, blank);
    } else if (blank) {
      builder.appendNull();
    } else {
      builder.appendString(text.toString());
    }
  }

  private void writeObject(VariantBuilder builder, Set<String> lists, boolean blank) {
    int start = builder.getWritePos();
    ArrayList<FieldEntry> fields = new ArrayList<>(members.size() + 1);
    members.forEach(
        (name, nodes) -> {
          fields.add(new FieldEntry(name, builder.addKey(name), builder.getWritePos() - start));
          if (nodes.size() > 1 || lists.contains(name)) {
            writeArray(nodes, builder, lists);
          } else {
            nodes.get(0).write(builder, lists);
          }
        });
    if (!blank) {
      fields.add(new FieldEntry(TEXT, builder.addKey(TEXT), builder.getWritePos() - start));
      builder.appendString(text.toString());
    }
    builder.finishWritingObject(start, fields);
  }

  private static void writeArray(List<XmlNode> nodes, VariantBuilder builder, Set<String> lists) {
    int start = builder.getWritePos();
    ArrayList<Integer> offsets = new ArrayList<>(nodes.size());
    for (XmlNode node : nodes) {
      offsets.add(builder.getWritePos() - start);
      node.write(builder, lists);
    }
    builder.finishWritingArray(start, offsets);
  }
}
