import { mark, write } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Room at a side for names, at least and as a share of the width at most; below and above. */
const SIDE = 84;
const WIDEST_SIDE = 0.4;
const FOOT = 30;
const HEAD = 14;

/** The largest circle, and how far its name stands from it, in CSS pixels. */
const R = 8;
const GAP = 6;

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
  #pen = document.createElement('canvas').getContext('2d');
  #svg;

  /**
   * @param {HTMLElement} host the positioned element to fill; its size is the stylesheet's
   * @param {{layer: function(Object): string, more: function(number): string}} says what
   *     a layer is, and that so many units are left out
   */
  constructor(host, says) {
    this.#host = host;
    this.#says = says;
    this.#svg = shape('svg', { 'aria-hidden': 'true', class: 'net' });
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
    mark(this.#svg, 'aria-hidden', null);
    mark(this.#svg, 'role', 'img');
    mark(this.#svg, 'aria-label', words);
  }

  #lay() {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const { layers } = this.#net;
    const left = this.#roomFor(layers[0], width);
    const right = this.#roomFor(layers.at(-1), width);
    const across = (i) => left + (width - left - right) * i / (layers.length - 1);
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
      x: across(i), up: (j) => up(layer, j), r: Math.min(R, (height - FOOT) / rows(layer) / 3),
      height }));
    this.#lines = edges;
    this.#svg.replaceChildren(...edges.map(({ line }) => line), ...nodes);
    this.#paint();
    this.drawn = { ...this.drawn, nodes: this.#svg.querySelectorAll('circle').length };
  }

  /** As wide as the longest of its names; what a layer is begins under its circles. */
  #roomFor(layer, width) {
    this.#pen.font = getComputedStyle(this.#svg).font;
    const wide = (words) => this.#pen.measureText(words).width;
    const names = layer.names.map((name) => wide(name) + R + 2 * GAP);
    const foot = wide(this.#says.layer(layer)) - R;
    return Math.min(Math.max(SIDE, foot, ...names), WIDEST_SIDE * width);
  }

  #layerOf(layer, i, { x, up, r, height }) {
    const first = i === 0;
    const dots = Array.from({ length: layer.shown }, (_, j) =>
      shape('circle', { cx: x, cy: up(j), r }));
    const names = layer.names.slice(0, layer.shown).map((name, j) => text(
      { x: x + (first ? -1 : 1) * (r + GAP), y: up(j) + 4, class: first ? 'end' : 'start' }, name));
    const more = layer.shown < layer.units ? [text({ x, y: up(layer.shown) + 4, class: 'middle' },
      this.#says.more(layer.units - layer.shown))] : [];
    const last = i === this.#net.layers.length - 1;
    // At the sides there is room, and on a phone none between.
    const foot = text({ x: x + (first ? 1 : last ? -1 : 0) * (r + GAP), y: height - 9,
      class: first ? 'end' : last ? 'start' : 'middle' }, this.#says.layer(layer));
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
