package downhill.stream;

import tools.jackson.databind.JsonNode;

/** What a page asks for in one frame. */
sealed interface Order {

  /** The name of the run it is about. */
  String run();

  /** Begin a run, or begin it anew, after one of its steps. */
  record Start(String run, JsonNode spec, int from) implements Order {}

  /** Send the next n steps. */
  record Request(String run, int n) implements Order {}

  /** Forget a run. */
  record Cancel(String run) implements Order {}
}
