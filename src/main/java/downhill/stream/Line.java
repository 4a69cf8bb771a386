package downhill.stream;

/** The way to a page. */
interface Line {

  /** Sends a frame, and calls back when it has left; not called again before that. */
  void send(Frame frame, Runnable sent);

  /** Hangs up on a page that breaks the protocol again and again, or does not read. */
  void hangUp();
}
