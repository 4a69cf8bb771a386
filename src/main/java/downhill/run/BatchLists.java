package downhill.run;

import downhill.descent.Batches;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells which rows each update of a run over data looks at, for pages that show them. */
@Component
public final class BatchLists {

  private static final int USUAL = 20;

  private final ShortForm shortForm;
  private final Sentences sentences;
  private final Limits limits;
  private final Work work;

  BatchLists(ShortForm shortForm, Sentences sentences, Limits limits, Work work) {
    this.shortForm = shortForm;
    this.sentences = sentences;
    this.limits = limits;
    this.work = work;
  }

  /**
   * Writes the batches that a query asks for: beside the short form of a spec, of which only the
   * data, {@code batch} and {@code seed} are needed, the step {@code from} after which they are
   * wanted and their number {@code n}.
   *
   * @param json where they are written
   * @param query the query's members
   * @throws Refused naming the query's member, the value and what is allowed
   */
  public void write(JsonGenerator json, Map<String, String> query) {
    Map<String, String> members = new HashMap<>(query);
    ObjectNode stretch = JsonNodeFactory.instance.objectNode();
    take(members, stretch, "from");
    take(members, stretch, "n");
    Members asked = Members.of(stretch, "", sentences);
    int from = (int) asked.whole("from", 0, limits.steps(), 0);
    int n = (int) asked.whole("n", 1, limits.stepsPerRequest(), USUAL);
    Batches batches = shortForm.readBatches(members);
    work.during(
        () -> {
          write(json, batches, from, n);
          return true;
        });
  }

  private static void take(Map<String, String> members, ObjectNode into, String name) {
    String value = members.remove(name);
    if (value != null) {
      QueryTree.number(into, name, value);
    }
  }

  private static void write(JsonGenerator json, Batches batches, int from, int n) {
    json.writeStartObject();
    json.writeNumberProperty("examples", batches.examples());
    json.writeNumberProperty("batch", batches.size());
    json.writeNumberProperty("updatesInPass", batches.updatesInPass());
    json.writeArrayPropertyStart("batches");
    for (int t = from; t < from + n; t++) {
      json.writeStartObject();
      json.writeNumberProperty("k", t + 1);
      json.writeNumberProperty("pass", batches.pass(t) + 1);
      json.writeName("rows");
      json.writeStartArray();
      for (int row : batches.rows(t)) {
        json.writeNumber(row);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
