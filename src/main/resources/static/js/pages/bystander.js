/**
 * What a stage shows a run by where the picture does not follow that run: it is shared, or as wide
 * as it ever gets. Whoever extends it has a `rate` control, a `verdict` card and a `ride`.
 */
export class Bystander {
  /** Writes what the numbers are now. */
  write() {
    this.rate.render(this.ride.rate, null);
  }

  /** Nothing to widen before the next steps. */
  lookAhead() {}

  /** Likewise. */
  lookBack() {}

  /** No mark of its own has a symbol. */
  highlight() {}

  /** Forgets how the last run ended. */
  clear() {
    this.verdict.clear();
  }
}
