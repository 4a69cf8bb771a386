import { NetTeller } from '../describe/net-teller.js';
import { Net } from '../model/net.js';
import { tableOf } from '../transport/api.js';
import { NetworkPicture } from '../view/network-picture.js';
import { OutputPicture } from '../view/output-picture.js';
import { mark, part, write } from '../view/parts.js';

/** The network and what it makes of its features, drawn anew with each round. */
export class NetView {
  #stage;
  #teller;
  #network;
  #output = null;
  #training = null;
  #net = null;
  #onTable;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function(Object): void} onTable told the table of a training once it is here
   */
  constructor(stage, onTable) {
    const { messages, numbers } = stage.tools;
    this.#stage = stage;
    this.#onTable = onTable;
    this.#teller = new NetTeller(messages, numbers);
    this.#network = new NetworkPicture(part(stage.element, 'network'), {
      layer: (layer) => this.#teller.layer(layer),
      more: (n) => this.#teller.more(n),
    });
  }

  /** What was last drawn, as plain numbers. */
  get drawn() {
    return { network: this.#network.drawn, output: this.#output?.drawn };
  }

  /**
   * Another training. Until its table is here nothing is drawn: the steps are its own already, and
   * the network before may have fewer layers.
   * @param {Object} training as the service has it
   */
  async show(training) {
    this.#training = training;
    this.#net = null;
    const table = await tableOf(training.data).catch(() => null);
    if (!table || this.#training !== training) {
      return;
    }
    this.#net = new Net(training.layers, {
      inputs: table.features.map(({ name }) => name),
      outputs: table.kinds,
    });
    this.#network.setNet(this.#net);
    this.#showOutput(table);
    this.#onTable(table);
    this.#stage.refresh();
  }

  /** Draws the round shown. */
  frame() {
    const step = this.#step;
    if (this.#net && step) {
      this.#network.draw(step.weights ?? null);
      this.#output?.draw(step.output);
    }
  }

  /** Says what the pictures show, once they stand still. */
  words(_, rolling) {
    this.frame();
    if (this.#net && !rolling) {
      const { weights } = this.#step;
      this.#network.describe(this.#teller.picture(this.#net, this.#training.parameters,
        weights ?? null));
      write(part(this.#stage.element, 'network-note'), this.#stage.tools.messages.text(
        weights || this.#step.provisional ? 'net.legend' : 'net.too-many'));
    }
  }

  get #step() {
    const [panel] = this.#stage.panels;
    return panel.ride.journey.step(Math.floor(this.#stage.outing.positionOf(panel.ride)));
  }

  #showOutput(table) {
    const { element, tools: { messages } } = this.#stage;
    const { picture } = this.#training;
    const host = part(element, 'output');
    mark(part(element, 'views'), 'data-alone', picture ? null : '');
    if (!picture) {
      return;
    }
    this.#output ??= new OutputPicture(host);
    this.#output.setTable(table, picture);
    const [across, up] = [...table.features.map(nameOf), table.target];
    write(part(element, 'output-across'), across);
    write(part(element, 'output-up'), up);
    const shown = table.kinds.length > 0 ? 'output.regions' : 'output.line';
    mark(host, 'aria-label', messages.text(shown, across, up));
    part(element, 'kinds').replaceChildren(...table.kinds.map((kind, i) => {
      const item = document.createElement('li');
      item.textContent = kind;
      item.dataset.run = String(i % 6);
      return item;
    }));
  }
}

function nameOf({ name, unit }) {
  return unit ? `${name} (${unit})` : name;
}
