package downhill.lesson;

import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads the short form of a sim, where {@code learningRate} may be a list with one for each run.
 */
@Component
class RateList {

  private static final String RATE = "learningRate";

  private final ShortForm shortForm;
  private final Phrases phrases;

  RateList(ShortForm shortForm, Phrases phrases) {
    this.shortForm = shortForm;
    this.phrases = phrases;
  }

  /**
   * What was read.
   *
   * @param specs one for each run; they differ in their rates alone
   * @param notices what was not used, and what was used instead
   */
  record Read(List<Spec> specs, List<String> notices) {}

  /**
   * Reads forgivingly.
   *
   * @param query the query of an address
   * @param usual what is shown where the query says nothing, a spec for each run
   * @param runs how many runs the sim has
   */
  Read read(Map<String, String> query, List<Spec> usual, int runs) {
    Map<String, String> members = new HashMap<>(query);
    String asked = members.remove(RATE);
    if (leftBehind(members)) {
      members.remove("start");
    }
    ShortForm.Forgiven rest = shortForm.readForgiving(members, usual.get(0));
    List<String> notices = new ArrayList<>(rest.notices());
    Spec spec = rest.spec();
    if (spec.start().length != 1) {
      String name = spec.ground().source().name();
      String kind = spec.ground().source().kind();
      notices.add(phrases.page("sim.notice.two", name.isEmpty() ? kind : name));
      spec = usual.get(0);
    }
    String[] rates = asked == null ? new String[0] : asked.split(",", -1);
    if (rates.length > runs) {
      notices.add(phrases.page("sim.notice.rates", rates.length, runs));
    }
    List<Spec> specs = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Spec own = spec.atRate(usual.get(i).learningRate());
      specs.add(i < rates.length ? atRate(own, rates[i], notices) : own);
    }
    return new Read(specs, notices);
  }

  /**
   * Whether the start belongs to a curve that was just exchanged for another: the form says with
   * {@code was} which curve and start it showed.
   */
  private static boolean leftBehind(Map<String, String> members) {
    String[] was = members.getOrDefault("was", "").split("@", 2);
    return was.length == 2
        && !was[0].equals(members.get("curve"))
        && was[1].equals(members.get("start"));
  }

  private Spec atRate(Spec spec, String rate, List<String> notices) {
    ShortForm.Forgiven forgiven = shortForm.readForgiving(Map.of(RATE, rate), spec);
    notices.addAll(forgiven.notices());
    return spec.atRate(forgiven.spec().learningRate());
  }
}
