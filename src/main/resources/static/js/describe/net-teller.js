/** Says what a network is and what its picture shows. */
export class NetTeller {
  #messages;
  #numbers;

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {import('../model/numbers.js').Numbers} numbers
   */
  constructor(messages, numbers) {
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /** "16 relu" @param {{units: number, kind: string}} layer */
  layer({ units, kind }) {
    return kind === 'input' ? this.#messages.counted('net.input', units, this.#numbers.count(units))
      : this.#messages.text('net.layer', this.#numbers.count(units), kind);
  }

  /** "… 5 more" */
  more(n) {
    return this.#messages.text('net.more', this.#numbers.count(n));
  }

  /** "4 inputs, then 16 relu, then 4 softmax; 148 weights and biases in all." */
  layers(layers, parameters) {
    const all = layers.map((layer) => this.layer(layer))
      .reduce((said, next) => this.#messages.text('net.then', said, next));
    return this.#messages.text('net.all', all, this.#numbers.count(parameters));
  }

  /** The same, and which weight is the strongest. */
  picture(net, parameters, weights) {
    const best = weights && net.strongest(weights);
    const words = [this.layers(net.layers, parameters)];
    if (best) {
      const { edge, weight } = best;
      words.push(this.#messages.text('net.strongest', this.#unit(net, edge.layer, edge.from),
        this.#unit(net, edge.layer + 1, edge.to), this.#numbers.said(weight)));
    }
    return words.join(' ');
  }

  #unit(net, layer, i) {
    return net.layers[layer].names[i]
      ?? this.#messages.text('net.unit', this.#numbers.count(i + 1), this.#numbers.count(layer));
  }
}
