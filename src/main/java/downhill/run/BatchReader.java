package downhill.run;

import downhill.descent.Batches;
import tools.jackson.databind.JsonNode;

/** Reads how many examples each update looks at. */
final class BatchReader {

  private BatchReader() {}

  /** A spec's {@code batch}, of the objective's examples in the seed's orders. */
  static Batches read(Members members, Ground ground, long seed, Sentences sentences) {
    JsonNode given = members.get("batch").orElse(null);
    if (given == null || isAll(given)) {
      return Batches.ALL;
    }
    String path = members.path("batch");
    int examples = ground.objective().examples();
    if (ground.fit() == null) {
      throw sentences.invalid(path, "error.batch.no-data", path, SpecJson.shown(given));
    }
    double size = SpecJson.number(given);
    if (size != Math.rint(size) || !(size >= 1 && size <= examples)) {
      String shown = given.isNumber() ? Sentences.number(size) : SpecJson.shown(given);
      throw sentences.invalid(path, "error.batch", path, examples, shown);
    }
    return new Batches(examples, (int) size, seed);
  }

  private static boolean isAll(JsonNode batch) {
    return batch.isString() && batch.stringValue().equals("all");
  }
}
