package downhill.program;

import downhill.run.Spec;
import java.util.List;

/** What a program says of chance: the order of the rows, and the noise, by the seed. */
final class Chance {

  private final Spec spec;
  private final Draft draft;
  private final boolean batched;
  private final boolean noisy;

  Chance(Spec spec, Draft draft) {
    this.spec = spec;
    this.draft = draft;
    this.batched = !spec.batches().isWhole();
    this.noisy = spec.noise().deviation() > 0;
  }

  /** Whether the gradient looks at some rows or at all; the terrain is written by that. */
  void rows() {
    if (!batched) {
      List.of("rows", "of rows", "all rows").forEach(place -> draft.put(place, ""));
    } else if (draft.template().has("each row of some")) {
      draft.putIf(true, "each row", "each row of some");
      draft.putIf(true, "rows counted", "some rows counted");
    }
  }

  void write() {
    draft.put("size", String.valueOf(spec.batches().size()));
    draft.put("noise deviation", spec.noise().deviation());
    draft.put("seed", String.valueOf(spec.noise().seed()));
    draft.putIf(batched, "batch", "feel a batch");
    draft.putIf(noisy, "noise", "feel noise");
    if (batched || noisy) {
      draft.constant("seed");
      draft.function("chance");
    }
    if (batched) {
      draft.constant("size of a batch");
      draft.function("batches");
    }
    if (noisy) {
      draft.function("noise");
    }
  }
}
