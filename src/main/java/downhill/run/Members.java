package downhill.run;

import downhill.descent.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an object's members one by one, each refusal naming the member, the value and what is
 * allowed; a member that nobody reads is refused at the end.
 */
final class Members {

  private final ObjectNode node;
  private final String path;
  private final Sentences sentences;
  private final Set<String> known = new TreeSet<>();

  private Members(ObjectNode node, String path, Sentences sentences) {
    this.node = node;
    this.path = path;
    this.sentences = sentences;
  }

  /** The members of a node that must be an object. */
  static Members of(JsonNode node, String path, Sentences sentences) {
    if (node instanceof ObjectNode object) {
      return new Members(object, path, sentences);
    }
    throw sentences.invalid(path, "error.object", path, SpecJson.shown(node));
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    known.add(name);
    return node.has(name);
  }

  Optional<JsonNode> get(String name) {
    known.add(name);
    return Optional.ofNullable(node.get(name));
  }

  JsonNode require(String name) {
    return get(name).orElseThrow(() -> sentences.invalid(path(name), "error.missing", path(name)));
  }

  String text(String name) {
    JsonNode value = require(name);
    if (!value.isString()) {
      throw sentences.invalid(path(name), "error.text", path(name), SpecJson.shown(value));
    }
    return value.stringValue();
  }

  double number(String name, Range range) {
    return number(require(name), path(name), range);
  }

  double number(String name, Range range, double otherwise) {
    return has(name) ? number(name, range) : otherwise;
  }

  long whole(String name, long least, long most) {
    return whole(require(name), path(name), least, most);
  }

  long whole(String name, long least, long most, long otherwise) {
    return has(name) ? whole(name, least, most) : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = get(name).orElse(null);
    if (value != null && !value.isBoolean()) {
      throw sentences.invalid(path(name), "error.flag", path(name), SpecJson.shown(value));
    }
    return value == null ? otherwise : value.booleanValue();
  }

  double[] numbers(JsonNode list, String where) {
    if (!list.isArray()) {
      throw sentences.invalid(where, "error.list", where, SpecJson.shown(list));
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = finite(list.get(i), where + "[" + i + "]");
    }
    return numbers;
  }

  /** Refuses members that nobody asked for. */
  void refuseOthers() {
    List<String> others = new ArrayList<>(node.propertyNames());
    others.removeAll(known);
    if (!others.isEmpty()) {
      String other = others.get(0);
      throw sentences.invalid(
          path(SpecJson.cut(other)),
          "error.unknown-member",
          SpecJson.cut(other),
          String.join(", ", known));
    }
  }

  private double number(JsonNode value, String where, Range range) {
    double number = finite(value, where);
    if (!range.contains(number)) {
      throw sentences.invalid(
          where, "error.number", where, sentences.allowed(range), Sentences.number(number));
    }
    return number;
  }

  private double finite(JsonNode value, String where) {
    double number = SpecJson.number(value);
    if (!Double.isFinite(number)) {
      throw sentences.invalid(where, "error.not-a-number", where, SpecJson.shown(value));
    }
    return number;
  }

  private long whole(JsonNode value, String where, long least, long most) {
    double number = finite(value, where);
    if (number != Math.rint(number) || number < least || number > most) {
      throw sentences.invalid(
          where,
          "error.whole",
          where,
          Sentences.number(least),
          Sentences.number(most),
          Sentences.number(number));
    }
    return (long) number;
  }
}
