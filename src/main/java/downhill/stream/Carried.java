package downhill.stream;

/** A run that a connection carries. */
sealed interface Carried permits Playing, Toil {

  /** Asks for more steps; of a run that has ended, for its ending again. */
  void request(int n);

  /** Nothing more of it is wanted. */
  void cancel();
}
