package downhill.embed;

/**
 * What is shared, with all that is said of it where it is set into a page.
 *
 * @param shared the sim and how it shows itself
 * @param origin of our addresses, as {@code https://example.org}
 * @param name of the sim, in the language of whoever reads the page
 * @param title of the frame, likewise
 * @param opening the words of a link to the page of ours, likewise
 * @param width of the frame, in CSS pixels
 * @param height likewise
 */
record Frame(
    Shared shared,
    String origin,
    String name,
    String title,
    String opening,
    int width,
    int height) {

  /** The address of the frame. */
  String address() {
    return shared.frame(origin);
  }

  /** The address of the page of ours. */
  String page() {
    return shared.page(origin);
  }

  /** The same for whoever takes line ends out of addresses. */
  Frame withoutLineEnds() {
    return new Frame(shared.withoutLineEnds(), origin, name, title, opening, width, height);
  }

  /** A picture of the sim. */
  String picture() {
    return origin + "/images/cards/" + shared.sim() + ".jpg";
  }
}
