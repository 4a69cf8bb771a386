package downhill.load;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What is counted while pages roll. */
final class Tally {

  private long frames;
  private long steps;
  private long[] answers = new long[1024];
  private int answered;
  private long aheadSum;
  private int aheadTimes;
  private int aheadLeast = Integer.MAX_VALUE;
  private final Set<Page> fallenBehind = new HashSet<>();
  private long latest;
  private int errors;
  private int cuts;
  private int lastCut;

  /** Begins anew. */
  void clear() {
    frames = 0;
    steps = 0;
    answered = 0;
    aheadSum = 0;
    aheadTimes = 0;
    aheadLeast = Integer.MAX_VALUE;
    fallenBehind.clear();
    latest = 0;
    errors = 0;
    cuts = 0;
  }

  void frame(int n) {
    frames++;
    steps += n;
  }

  void answered(long nanos) {
    if (answered == answers.length) {
      answers = Arrays.copyOf(answers, 2 * answered);
    }
    answers[answered++] = nanos;
  }

  /** So many steps were at hand when the next ones came. */
  void ahead(int n) {
    aheadSum += n;
    aheadTimes++;
    aheadLeast = Math.min(aheadLeast, n);
  }

  /** A step was not there when the screen needed it; of the first of a run nothing else can be. */
  void late(Page page, long nanos, boolean first) {
    if (!first) {
      fallenBehind.add(page);
      latest = Math.max(latest, nanos);
    }
  }

  void error() {
    errors++;
  }

  void cut(int code) {
    cuts++;
    lastCut = code;
  }

  long frames() {
    return frames;
  }

  long steps() {
    return steps;
  }

  /** The time that so large a share of the requests was answered in, in milliseconds. */
  double answer(double share) {
    long[] sorted = Arrays.copyOf(answers, answered);
    Arrays.sort(sorted);
    int at = (int) Math.ceil(share * answered) - 1;
    return answered == 0 ? Double.NaN : sorted[Math.max(0, at)] / 1e6;
  }

  int aheadLeast() {
    return aheadTimes == 0 ? 0 : aheadLeast;
  }

  double aheadMean() {
    return aheadTimes == 0 ? 0 : aheadSum / (double) aheadTimes;
  }

  int fallenBehind() {
    return fallenBehind.size();
  }

  /** How late the latest step was, in milliseconds. */
  double latest() {
    return latest / 1e6;
  }

  int errors() {
    return errors;
  }

  String cuts() {
    return cuts == 0 ? "0" : cuts + " (last code " + lastCut + ")";
  }
}
