package downhill.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The sims and the Studio, for pages that show one of them alone. */
@Component
public class Exhibits {

  private static final String STUDIO = "studio";

  /** The names of all, in the order of the course, the Studio last. */
  public static final List<String> NAMES =
      Stream.concat(Sim.ALL.stream().map(Sim::name), Stream.of(STUDIO)).toList();

  private final Sims sims;
  private final StudioViews studio;

  Exhibits(Sims sims, StudioViews studio) {
    this.sims = sims;
    this.studio = studio;
  }

  /**
   * One of them, as a query asks for it: whatever that says, there is something to see.
   *
   * @param name one of {@link #NAMES}; for any other there is none
   * @param query its state in the short form; the Studio's is {@code program} or {@code example},
   *     and {@code run} where the program is to be trained here and now
   * @throws downhill.run.Refused where the server takes on no more
   */
  public Optional<Exhibit> show(String name, MultiValueMap<String, String> query) {
    return name.equals(STUDIO)
        ? Optional.of(studio(query))
        : Sim.named(name).map(sim -> sim(sim, joined(query)));
  }

  private Exhibit sim(Sim sim, Map<String, String> asked) {
    SimView view = sims.view(sim, sim.orOpening(asked));
    return new Exhibit(view.name(), view.path(), view.query(), view.notices(), Map.of("sim", view));
  }

  private Exhibit studio(MultiValueMap<String, String> query) {
    StudioView view =
        studio.asked(
            query.getFirst("program"), query.getFirst("example"), query.containsKey("run"));
    return new Exhibit(STUDIO, view.path(), view.query(), view.notices(), Map.of("studio", view));
  }

  /** A form without a script sends each panel's rate as a field of its own. */
  static Map<String, String> joined(MultiValueMap<String, String> query) {
    Map<String, String> joined = new LinkedHashMap<>();
    query.forEach((name, values) -> joined.put(name, String.join(",", values)));
    joined.remove("lang");
    return joined;
  }
}
