package downhill.studio;

/** A name in a program, and where it stands. */
record Word(Place place, String text) {

  static Word of(Token token) {
    return new Word(token.place(), token.text());
  }

  int line() {
    return place.line();
  }
}
