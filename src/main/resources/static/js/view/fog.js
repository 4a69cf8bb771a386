import { wNow } from './pen.js';
import { groundAt } from './ground.js';

/** The least reach of the light, in pixels: more than the ball itself. */
const LEAST = 46;

/** The share of the light's reach that is wholly clear. */
const CLEAR = 0.45;

/**
 * A Chart.js plugin by which nothing of the ground is drawn but what lies in the light that the
 * ball carries. It comes before whatever else draws below the curve.
 *
 * @param {() => ?{ reach: number, scene: ?object, landscape: object,
 *     colours: { fog: string, clear: string } }} now how far the light reaches, as a difference of
 *     w, and what is to be seen; null where there is no fog
 * @return {object} the plugin
 */
export function fogPlugin(now) {
  return {
    id: 'fog',
    beforeDatasetsDraw: ({ ctx, scales }) => {
      const fog = now();
      if (fog) {
        ctx.save();
        ctx.beginPath();
        const light = lightOf(fog, scales);
        if (light) {
          ctx.arc(light.x, light.y, light.reach, 0, 2 * Math.PI);
        }
        ctx.clip();
      }
    },
    afterDatasetsDraw: ({ ctx, scales, width, height }) => {
      const fog = now();
      if (fog) {
        const light = lightOf(fog, scales);
        ctx.restore();
        ctx.fillStyle = light ? thinning(ctx, light, fog.colours) : fog.colours.fog;
        ctx.fillRect(0, 0, width, height);
      }
    },
  };
}

/** The light in the fog, in pixels; null while there is nobody to carry it. */
function lightOf({ scene, landscape, reach }, { x, y }) {
  if (!scene?.ball) {
    return null;
  }
  const { ball, next, glide = 0 } = scene;
  const w = wNow(ball, next, glide);
  const ground = w === ball.w ? ball.loss : groundAt(landscape, w);
  return {
    x: x.getPixelForValue(w),
    y: y.getPixelForValue(Number.isFinite(ground) ? ground : ball.loss),
    reach: Math.max(LEAST, x.getPixelForValue(reach) - x.getPixelForValue(0)),
  };
}

/** The fog, thinner towards the light. */
function thinning(ctx, { x, y, reach }, { fog, clear }) {
  const thin = ctx.createRadialGradient(x, y, CLEAR * reach, x, y, reach);
  thin.addColorStop(0, clear);
  thin.addColorStop(1, fog);
  return thin;
}
