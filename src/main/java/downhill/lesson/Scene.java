package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.run.CurvePicture;
import downhill.run.Landscapes;
import downhill.run.Spec;
import downhill.run.SurfacePicture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What the runs of a sim go over: a curve, on which each ball has a picture of its own, or a
 * surface, of which all share one map.
 *
 * @param curve the curve; null for a surface
 * @param surface the surface; null for a curve
 * @param every the page is given every so manieth point of the surface each way, and works out the
 *     others itself
 */
record Scene(@Nullable CurvePicture curve, @Nullable SurfacePicture surface, int every) {

  /** The loss of a line is a quadratic: through few of its points there is but one. */
  private static final int EVERY_OF_LINE = 4;

  /** The ground of a run, and of a curve as much more as it takes to see the start. */
  static Scene of(Spec spec, Landscapes landscapes) {
    return spec.start().length == 1
        ? new Scene(landscapes.curve(spec.ground(), frame(spec)), null, 1)
        : new Scene(
            null,
            landscapes.surface(spec.ground()),
            spec.ground().fit() == null ? 1 : EVERY_OF_LINE);
  }

  private static Interval frame(Spec spec) {
    Interval domain = spec.ground().domain().get(0);
    double start = spec.start()[0];
    double margin = 0.05 * domain.width();
    return domain.contains(start)
        ? domain
        : new Interval(
            Math.min(domain.lo(), start - margin), Math.max(domain.hi(), start + margin));
  }

  /** The curve with a ball, in fog as far as it is lit around the start; null for a surface. */
  @Nullable CurveDrawing drawing(Sim sim, List<Step> steps, int every) {
    if (curve == null) {
      return null;
    }
    return sim.foggy()
        ? CurveDrawing.inFog(curve, steps.get(0), every)
        : CurveDrawing.of(curve, steps, every);
  }

  /** The map with the ways of all runs; null for a curve. */
  @Nullable MapDrawing map(List<List<Step>> runs, int every) {
    return surface == null ? null : MapDrawing.of(surface, runs, every);
  }

  /** From where to where the first parameter is shown. */
  Interval domain() {
    return curve != null ? curve.domain() : surface != null ? surface.domain().get(0) : NOWHERE;
  }

  private static final Interval NOWHERE = new Interval(0, 1);

  void write(JsonGenerator json) {
    if (curve != null) {
      Landscapes.write(json, curve);
    } else if (surface != null) {
      Landscapes.write(json, surface, every);
    }
  }
}
