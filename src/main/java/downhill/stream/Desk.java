package downhill.stream;

import downhill.run.Limits;
import downhill.run.Runs;
import downhill.run.Sentences;
import downhill.run.SpecReader;
import downhill.run.Workshop;
import org.springframework.stereotype.Component;

/** What every conversation needs to carry out orders. */
@Component
record Desk(
    OrderReader orders,
    Runs runs,
    Workshop workshop,
    SpecReader specs,
    Limits limits,
    Sentences sentences,
    Meters meters) {}
