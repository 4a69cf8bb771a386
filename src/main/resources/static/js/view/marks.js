/**
 * Paints the starts of other balls: round, and with a ring around where they found the lowest.
 *
 * @param {{ ctx: CanvasRenderingContext2D, colours: Record<string, string>,
 *     x: function(number): number, y: function(number): number,
 *     lossAt: function(number): number }} pen of the picture
 * @param {{ w: number, look: string }[]} marks
 */
export function paintMarks({ ctx, colours, x, y, lossAt }, marks = []) {
  for (const { w, look } of marks) {
    const [px, py] = [x(w), y(lossAt(w))];
    ctx.beginPath();
    ctx.arc(px, py, 5, 0, 2 * Math.PI);
    ctx.fillStyle = colours[`valley-${look}`];
    ctx.strokeStyle = colours.halo;
    ctx.lineWidth = 2;
    ctx.fill();
    ctx.stroke();
    if (look === 'lowest') {
      ctx.beginPath();
      ctx.arc(px, py, 8, 0, 2 * Math.PI);
      ctx.strokeStyle = colours.ink;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    }
  }
}
