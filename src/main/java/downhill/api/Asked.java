package downhill.api;

import downhill.run.Limits;
import downhill.run.Refused;
import downhill.run.Sentences;
import downhill.run.SeveralRuns;
import downhill.run.SpecJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what was asked for, and no more of it than the limits allow. */
@Component
class Asked {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv");

  private final Limits limits;
  private final Sentences sentences;

  Asked(Limits limits, Sentences sentences) {
    this.limits = limits;
    this.sentences = sentences;
  }

  /** A request's body as JSON. */
  JsonNode json(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(limits.frameBytes() + 1);
    if (bytes.length > limits.frameBytes()) {
      throw new Refused(
          Refused.Code.TOO_LARGE, null, sentences.say("error.too-large", limits.frameBytes()));
    }
    JsonNode node = parsed(bytes);
    if (!node.isObject()) {
      throw new Refused(Refused.Code.MALFORMED, null, sentences.say("error.spec"));
    }
    return node;
  }

  private JsonNode parsed(byte[] bytes) {
    try {
      return SpecJson.mapper().readTree(bytes);
    } catch (JacksonException e) {
      throw sentences.malformed(e);
    }
  }

  /** A query's members, none of them given twice; in which language to answer is none of them. */
  Map<String, String> single(MultiValueMap<String, String> query) {
    query.remove("lang");
    query.forEach(
        (name, values) -> {
          if (values.size() > 1) {
            throw sentences.invalid(name, "error.twice", name);
          }
        });
    return query.asSingleValueMap();
  }

  /** The runs that a query speaks of, no more of them than a connection may carry. */
  List<Map<String, String>> runs(Map<String, String> members) {
    int count = SeveralRuns.count(members);
    if (count > limits.runsPerConnection()) {
      throw sentences.invalid("learningRate", "error.rates", limits.runsPerConnection());
    }
    return IntStream.range(0, count).mapToObj(i -> SeveralRuns.of(members, i)).toList();
  }

  /** Whether CSV is more welcome than JSON. */
  static boolean prefersCsv(String accept) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accept);
      return quality(types, CSV) > quality(types, MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static double quality(List<MediaType> types, MediaType type) {
    return types.stream()
        .filter(accepted -> accepted.includes(type))
        .mapToDouble(MediaType::getQualityValue)
        .max()
        .orElse(0);
  }
}
