package downhill.stream;

import downhill.run.Limits;
import downhill.run.Refused;
import downhill.run.Sentences;
import downhill.run.SpecJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a page's frames; what is not of their shape is malformed, a wrong number invalid. */
@Component
class OrderReader {

  static final int LONGEST_NAME = 64;

  private static final List<String> OF_START = List.of("type", "run", "spec", "from");
  private static final List<String> OF_REQUEST = List.of("type", "run", "n");
  private static final List<String> OF_CANCEL = List.of("type", "run");

  private final Sentences sentences;
  private final Limits limits;

  OrderReader(Sentences sentences, Limits limits) {
    this.sentences = sentences;
    this.limits = limits;
  }

  JsonNode json(String frame) {
    try {
      return SpecJson.mapper().readTree(frame);
    } catch (JacksonException e) {
      throw sentences.malformed(e);
    }
  }

  /** The name of the run that a frame is about, as far as it can be told. */
  static @Nullable String name(JsonNode frame) {
    JsonNode run = frame.path("run");
    boolean isName = run.isString() && isName(run.stringValue());
    return isName ? run.stringValue() : null;
  }

  private static boolean isName(String name) {
    int characters = 0;
    int i = 0;
    while (i < name.length()) {
      int point = name.codePointAt(i);
      if (Character.getType(point) == Character.SURROGATE) {
        return false;
      }
      i += Character.charCount(point);
      characters++;
    }
    return characters > 0 && characters <= LONGEST_NAME;
  }

  Order order(JsonNode frame) {
    if (!frame.isObject()) {
      throw malformed("", "error.object", "A message", SpecJson.shown(frame));
    }
    JsonNode type = frame.path("type");
    return switch (type.isString() ? type.stringValue() : "") {
      case "start" -> start(frame);
      case "request" -> request(frame);
      case "cancel" -> cancel(frame);
      default -> throw malformed("type", "error.type", shown(type));
    };
  }

  private Order.Start start(JsonNode frame) {
    refuseOthers(frame, OF_START);
    String run = run(frame);
    JsonNode spec = frame.get("spec");
    if (spec == null || !spec.isObject()) {
      throw malformed("spec", "error.object", "spec", shown(frame.path("spec")));
    }
    return new Order.Start(
        run, spec, frame.has("from") ? whole(frame, "from", 0, limits.steps()) : 0);
  }

  private Order.Request request(JsonNode frame) {
    refuseOthers(frame, OF_REQUEST);
    return new Order.Request(run(frame), whole(frame, "n", 1, limits.stepsPerRequest()));
  }

  private Order.Cancel cancel(JsonNode frame) {
    refuseOthers(frame, OF_CANCEL);
    return new Order.Cancel(run(frame));
  }

  private String run(JsonNode frame) {
    JsonNode run = frame.path("run");
    if (!run.isString()) {
      throw malformed("run", "error.run-name", LONGEST_NAME, shown(run));
    }
    if (!isName(run.stringValue())) {
      throw sentences.invalid("run", "error.run-name", LONGEST_NAME, shown(run));
    }
    return run.stringValue();
  }

  private int whole(JsonNode frame, String name, int least, int most) {
    JsonNode value = frame.path(name);
    if (!value.isNumber()) {
      throw malformed(name, "error.whole", name, least, most, shown(value));
    }
    double number = value.isInt() ? value.intValue() : SpecJson.number(value);
    if (number != Math.rint(number) || number < least || number > most) {
      throw sentences.invalid(name, "error.whole", name, least, most, shown(value));
    }
    return (int) number;
  }

  private void refuseOthers(JsonNode frame, List<String> known) {
    for (String name : frame.propertyNames()) {
      if (!known.contains(name)) {
        String shown = SpecJson.cut(name);
        throw malformed(shown, "error.unknown-member", shown, String.join(", ", known));
      }
    }
  }

  private Refused malformed(String field, String key, Object... values) {
    return new Refused(
        Refused.Code.MALFORMED, field.isEmpty() ? null : field, sentences.say(key, values));
  }

  private String shown(JsonNode value) {
    return value.isMissingNode() ? sentences.say("error.left-out") : SpecJson.shown(value);
  }
}
