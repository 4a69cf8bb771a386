package downhill.stream;

/** A run that a connection carries. */
sealed interface Carried permits Playing, Toil {

  /** Asks for more steps; of a run that has ended, for its ending again. */
  void request(int n);

  /** Whether what it does on the caller's thread takes next to no time. */
  boolean isLight();

  /** Nothing more of it is wanted. */
  void cancel();

  /** Whether all of them are; asked for each frame, of which a stream would take a good part. */
  static boolean areLight(Iterable<Carried> all) {
    for (Carried each : all) {
      if (!each.isLight()) {
        return false;
      }
    }
    return true;
  }
}
