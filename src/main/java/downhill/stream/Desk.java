package downhill.stream;

import downhill.run.Limits;
import downhill.run.Runs;
import downhill.run.Sentences;
import downhill.run.SpecReader;
import downhill.run.Workshop;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What every conversation needs to carry out orders. */
@Component
record Desk(
    OrderReader orders,
    Runs runs,
    Workshop.Customer workshop,
    SpecReader specs,
    Limits limits,
    Sentences sentences,
    Meters meters) {

  /** That of nobody in particular. */
  @Autowired
  Desk(
      OrderReader orders,
      Runs runs,
      Workshop workshop,
      SpecReader specs,
      Limits limits,
      Sentences sentences,
      Meters meters) {
    this(orders, runs, new Workshop.Customer(workshop, ""), specs, limits, sentences, meters);
  }

  /** The same for the pages of an address, which have what is heavy done in turn with others. */
  Desk of(String address) {
    Workshop.Customer own = new Workshop.Customer(workshop.workshop(), address);
    return new Desk(orders, runs, own, specs, limits, sentences, meters);
  }
}
