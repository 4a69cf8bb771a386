/** So many nodes of a layer are drawn; of a larger one the first of them. */
const MOST = 14;

/** A network as it can be drawn: its layers and, where they are told, its weights. */
export class Net {
  /**
   * @param {{units: number, kind: string}[]} layers the first is the input
   * @param {{inputs: string[], outputs: string[]}} names of the features and the kinds
   */
  constructor(layers, { inputs, outputs }) {
    this.layers = layers.map(({ units, kind }, i) => ({
      units,
      kind,
      shown: units > MOST ? MOST - 1 : units,
      names: i === 0 ? inputs : i === layers.length - 1 && outputs.length === units ? outputs : [],
    }));
  }

  /** The weights that are drawn. @returns {{layer: number, from: number, to: number}[]} */
  get edges() {
    return this.layers.slice(1).flatMap(({ shown }, layer) =>
      Array.from({ length: this.layers[layer].shown * shown }, (_, i) => (
        { layer, from: Math.floor(i / shown), to: i % shown })));
  }

  /**
   * @param {number[][]} weights of each layer by input, then its biases
   * @param {{layer: number, from: number, to: number}} edge
   */
  weightOf(weights, { layer, from, to }) {
    return weights[layer][from * this.layers[layer + 1].units + to];
  }

  /** The strongest of the weights drawn, with its edge. */
  strongest(weights) {
    return this.edges.map((edge) => ({ edge, weight: this.weightOf(weights, edge) }))
      .reduce((best, each) => (Math.abs(each.weight) > Math.abs(best?.weight ?? 0) ? each : best),
        null);
  }
}

/**
 * Whether two trainings would be one.
 * @param {?Object} a as the service has it
 * @param {?Object} b likewise
 */
export function sameTraining(a, b) {
  const bare = (training) => JSON.stringify({ ...training, line: 0 });
  return a === b || (a !== null && b !== null && bare(a) === bare(b));
}

/** The pace at which so many rounds take some ten seconds, of those that there are. */
export function paceFor(rounds, perSecond, paces) {
  const wanted = rounds / perSecond / 10;
  return paces.find((pace) => pace >= Math.max(1, wanted)) ?? paces[paces.length - 1];
}
