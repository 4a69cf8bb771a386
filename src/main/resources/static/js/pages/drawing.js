import { FEWEST_HEIGHTS, Heights, MOST_HEIGHTS, readHeights } from '../model/heights.js';
import { Pad } from '../view/pad.js';
import { part, write } from '../view/parts.js';

/** A curve that the reader draws; its heights stand in a field too, which the form sends. */
export class Drawing {
  #element;
  #tools;
  #heights;
  #pad;

  /**
   * @param {HTMLElement} element of the sim
   * @param {{messages: Object, numbers: Object}} tools
   */
  constructor(element, tools) {
    this.#element = element;
    this.#tools = tools;
    const field = part(element, 'heights');
    this.#heights = new Heights(readHeights(field.value).values);
    this.#pad = new Pad(part(element, 'pad'), part(element, 'pad-reader'), this.#heights,
      { change: () => this.#changed(), undo: () => this.#undo() });
    field.addEventListener('change', () => this.#read(field.value));
    part(element, 'drawn').addEventListener('change', () => this.#show());
    part(element, 'pad-undo').addEventListener('click', () => this.#undo());
    part(element, 'pad-flat').addEventListener('click', () => this.#level());
    this.#show();
  }

  #changed() {
    part(this.#element, 'heights').value = String(this.#heights);
    this.#show();
  }

  #undo() {
    this.#heights.undo();
    this.#changed();
  }

  #level() {
    const [low, high] = this.#heights.frame;
    const level = Number(((low + high) / 2).toPrecision(2));
    const { frame } = this.#heights;
    this.#heights.become(this.#heights.values.map(() => level));
    // Level ground has no height of its own to fill the picture with.
    this.#heights.frame = frame;
    this.#changed();
  }

  #read(text) {
    const { messages, numbers } = this.#tools;
    const { values, wrong } = readHeights(text);
    if (wrong !== undefined) {
      this.#say(messages.text('pad.wrong', wrong.slice(0, 40)));
    } else if (values.length < FEWEST_HEIGHTS || values.length > MOST_HEIGHTS) {
      this.#say(messages.text('pad.count', numbers.count(FEWEST_HEIGHTS),
        numbers.count(MOST_HEIGHTS), numbers.count(values.length)));
    } else {
      this.#heights.become(values);
      this.#show();
    }
  }

  #show() {
    const { messages, numbers } = this.#tools;
    const { values, undoable } = this.#heights;
    const i = this.#pad.chosen;
    const [lo, hi] = part(this.#element, 'drawn').value.split(',').map(Number);
    const w = lo + (hi - lo) * i / (values.length - 1);
    const words = messages.text('pad.point', numbers.count(i + 1), numbers.count(values.length),
      numbers.said(w), numbers.said(values[i]));
    this.#pad.render(words);
    this.#say(words);
    part(this.#element, 'pad-undo').disabled = !undoable;
  }

  #say(sentence) {
    write(part(this.#element, 'pad-reading'), sentence);
  }
}
