package downhill.run;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import java.util.List;

/**
 * What to draw of an objective of one parameter.
 *
 * @param domain from where to where
 * @param w evenly spaced places, the domain's ends included
 * @param loss the loss at each; not finite where there is none
 * @param minima those inside the objective's own domain
 */
public record CurvePicture(Interval domain, double[] w, double[] loss, List<Minimum> minima) {

  /** Keeps copies. */
  public CurvePicture {
    w = w.clone();
    loss = loss.clone();
    minima = List.copyOf(minima);
  }

  /** The places; a copy. */
  @Override
  public double[] w() {
    return w.clone();
  }

  /** The losses; a copy. */
  @Override
  public double[] loss() {
    return loss.clone();
  }
}
