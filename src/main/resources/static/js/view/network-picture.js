import { mark, write } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Room at the sides for names and below for what a layer is, in CSS pixels. */
const SIDE = 104;
const NARROW_SIDE = 84;
const FOOT = 30;
const HEAD = 14;

/** The widest line, in CSS pixels. */
const THICK = 6;

/**
 * A network with its layers: a circle for each unit, a line for each weight, as thick as the weight
 * is strong; solid where it adds and dashed where it takes away.
 */
export class NetworkPicture {
  #host;
  #says;
  #net = null;
  #weights = null;
  #lines = [];
  #svg;

  /**
   * @param {HTMLElement} host the positioned element to fill; its size is the stylesheet's
   * @param {{layer: function(Object, number): string, more: function(number): string}} says what
   *     a layer is, and that so many units are left out
   */
  constructor(host, says) {
    this.#host = host;
    this.#says = says;
    this.#svg = shape('svg', { role: 'img', class: 'net' });
    host.append(this.#svg);
    new ResizeObserver(() => this.#net && this.#lay()).observe(host);
    /** What was last drawn, as plain numbers. */
    this.drawn = { nodes: 0, edges: 0, widest: 0 };
  }

  /** @param {import('../model/net.js').Net} net */
  setNet(net) {
    this.#net = net;
    this.#weights = null;
    this.#lay();
  }

  /** @param {?number[][]} weights null where there are too many to be told */
  draw(weights) {
    if (!this.#net || weights === this.#weights) {
      return;
    }
    this.#weights = weights;
    this.#paint();
  }

  /** What the picture shows, in words. */
  describe(words) {
    mark(this.#svg, 'aria-label', words);
  }

  #lay() {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const { layers } = this.#net;
    const side = width < 480 ? NARROW_SIDE : SIDE;
    const across = (i) => side + (width - 2 * side) * i / (layers.length - 1);
    const rows = ({ units, shown }) => shown + (shown < units ? 1 : 0);
    const up = (layer, i) =>
      HEAD + (height - HEAD - FOOT) * (i + 0.5) / rows(layer);
    mark(this.#svg, 'viewBox', `0 0 ${width} ${height}`);
    const edges = this.#net.edges.map((edge) => ({ edge, line: shape('line', {
      x1: across(edge.layer),
      y1: up(layers[edge.layer], edge.from),
      x2: across(edge.layer + 1),
      y2: up(layers[edge.layer + 1], edge.to),
    }) }));
    const nodes = layers.flatMap((layer, i) => this.#layerOf(layer, i, {
      x: across(i), up: (j) => up(layer, j), r: Math.min(8, (height - FOOT) / rows(layer) / 3),
      height }));
    this.#lines = edges;
    this.#svg.replaceChildren(...edges.map(({ line }) => line), ...nodes);
    this.#paint();
    this.drawn = { ...this.drawn, nodes: this.#svg.querySelectorAll('circle').length };
  }

  #layerOf(layer, i, { x, up, r, height }) {
    const first = i === 0;
    const dots = Array.from({ length: layer.shown }, (_, j) =>
      shape('circle', { cx: x, cy: up(j), r }));
    const names = layer.names.slice(0, layer.shown).map((name, j) => text(
      { x: x + (first ? -1 : 1) * (r + 6), y: up(j) + 4, class: first ? 'end' : 'start' }, name));
    const more = layer.shown < layer.units ? [text({ x, y: up(layer.shown) + 4, class: 'middle' },
      this.#says.more(layer.units - layer.shown))] : [];
    const last = i === this.#net.layers.length - 1;
    // At the sides there is room, and on a phone none between.
    const foot = text({ x: x + (first ? 1 : last ? -1 : 0) * (r + 6), y: height - 9,
      class: first ? 'end' : last ? 'start' : 'middle' }, this.#says.layer(layer, i));
    return [...dots, ...names, ...more, foot];
  }

  #paint() {
    const weights = this.#weights;
    const all = weights ? this.#lines.map(({ edge }) => this.#net.weightOf(weights, edge)) : [];
    const most = Math.max(1e-9, ...all.map(Math.abs));
    this.#lines.forEach(({ line }, i) => {
      const share = weights ? Math.abs(all[i]) / most : 0.08;
      mark(line, 'stroke-width', (THICK * share).toFixed(1));
      mark(line, 'class', !weights ? 'unknown' : all[i] < 0 ? 'takes' : 'adds');
    });
    this.drawn = { ...this.drawn, edges: weights ? all.length : 0, widest: weights ? most : 0 };
  }
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function text(attributes, words) {
  const element = shape('text', attributes);
  write(element, words);
  return element;
}
