import { EndingTeller } from '../describe/ending-teller.js';
import { Messages } from '../describe/messages.js';
import { Speaker } from '../describe/speaker.js';
import { StepTeller } from '../describe/step-teller.js';
import { Numbers } from '../model/numbers.js';
import { rateAfter } from '../model/spec.js';
import { Frames } from '../view/frames.js';
import { listenToKeys } from '../view/keys.js';
import { part, write, writePieces } from '../view/parts.js';
import { StartField } from '../view/start-field.js';
import { watchMotion, watchSight } from '../view/sight.js';
import { lightSymbols } from '../view/symbol-lights.js';
import { TransportBar } from '../view/transport-bar.js';
import { sharedWire } from '../transport/wire.js';
import { Announcing } from './announcing.js';
import { Confirmation } from './confirmation.js';
import { Outing } from './outing.js';
import { Panel as CurvePanel } from './panel.js';
import { runPrefix } from './ride.js';
import { Turns } from './turns.js';

/**
 * What every sim has: panels with a ball each, one bar that plays them, and the words for it. What
 * a sim adds, it adds as extras that are told of each thing that happens.
 */
export class Stage {
  /** What the sim's links say beside the short form. */
  more = '';
  announcing = new Announcing(this);
  #frames = new Frames((elapsed) => this.#frame(elapsed));
  #extras = [this.announcing];
  #turns = new Turns(() => this.#parts());
  #shown = NaN;
  #concluded = new Set();
  #confirmation = new Confirmation(this);
  #leaveWire = () => {};
  #lookedBack = false;

  /**
   * @param {HTMLElement} element
   * @param {{state: Object, panels: {root: HTMLElement, spec: Object, tokens?: Object}[],
   *     Panel?: function(new: Panel), say: function(Stage, number, {aloud: boolean}=):
   *         import('../describe/messages.js').Piece[],
   *     conclude?: function(Stage, Panel): string}} options `Panel` is what a run is shown by, if
   *     not by a picture of its own; `say` tells a step; `conclude` has words of the sim's own
   *     about a run that has ended
   */
  constructor(element, { state, panels, Panel = CurvePanel, say, conclude = () => '' }) {
    this.element = element;
    this.state = state;
    this.say = say;
    this.concludeWith = conclude;
    const messages = new Messages(state.messages, document.documentElement.lang || undefined);
    const numbers = new Numbers(document.documentElement.lang);
    this.tools = {
      messages,
      numbers,
      teller: new StepTeller(messages, numbers),
      endings: new EndingTeller(messages, numbers),
      wire: sharedWire(),
    };
    this.speaker = new Speaker((sentence) => write(part(element, 'live'), sentence));
    this.panels = panels.map((options, i) => new Panel(options.root, {
      ...options,
      name: `${runPrefix()}${'abcdefgh'[i]}`,
      state,
      first: state.steps[i],
      tools: this.tools,
      on: this.#panelEvents(),
    }));
    this.outing = new Outing(this.panels.map((panel) => panel.ride));
    this.bar = new TransportBar(element, { messages, numbers, on: this.#barEvents() });
    this.outing.player.pace = this.bar.pace;
    this.start = new StartField(element.querySelectorAll('input[name="start"]'),
      (w) => this.moveStart(this.panels[0].place(w)));
    this.#listen();
  }

  /** Adds a part that has any of `begin`, `frame`, `words`, `aloud`, `lookBack`, `restart`. */
  add(extra) {
    this.#extras.push(extra);
    return this;
  }

  /** Shows things as they are now. */
  refresh() {
    this.#turns.forget();
    this.#frames.wake();
  }

  /** Says something in the notice; '' takes it away. */
  notice(sentence) {
    this.#line('notice', sentence);
  }

  /** The sim is on a page: it hears of the connection that all sims of the page share. */
  enter() {
    this.#leaveWire = this.tools.wire.listen((lost) => this.#connection(lost));
  }

  /** The sim was taken off the page: it rests, and asks for nothing more. */
  leave() {
    this.#leaveWire();
    this.outing.leave();
  }

  /** The connection has a line of its own, so that it and the notice do not wipe each other. */
  #connection(lost) {
    const { messages } = this.tools;
    this.#line('connection', lost ? messages.text('lost') : '');
    if (!lost) {
      this.speaker.insist(messages.text('back'));
    }
  }

  #line(name, sentence) {
    const line = part(this.element, name);
    if (line) {
      line.hidden = sentence === '';
      write(line, sentence);
    }
  }

  #listen() {
    listenToKeys(this.element);
    lightSymbols(this.element, (symbol) =>
      this.panels.forEach((panel) => panel.highlight(symbol)));
    watchSight(this.element, (seen) => { this.#frames.asleep = !seen; });
    watchMotion((glides) => { this.outing.player.glides = glides; });
  }

  #barEvents() {
    const { outing, tools } = this;
    const act = (action) => () => {
      action();
      this.refresh();
    };
    return {
      press: () => tools.wire.connect(),
      roll: act(() => this.#begin(() => outing.toggle())),
      step: () => (outing.over ? this.#sayThatItIsOver()
        : act(() => this.#begin(() => outing.step()))()),
      stepBack: act(() => this.#look(() => outing.stepBack())),
      reset: act(() => this.#reset()),
      newStart: act(() => this.moveStart(this.panels[0].elsewhere())),
      pace: (pace) => { outing.player.pace = pace; },
      seek: (k) => act(() => this.#look(() => outing.seek(k)))(),
    };
  }

  #panelEvents() {
    const { messages, numbers } = this.tools;
    return {
      change: () => this.refresh(),
      refused: (error) => {
        this.outing.player.pause();
        this.notice(error instanceof TypeError ? messages.text('unreachable')
          : messages.text('refused', error.message));
        this.refresh();
      },
      rate: (panel, rate) => this.#setRate(panel, rate),
      invalidRate: (given, rate) =>
        this.notice(given.trim() === '' ? messages.text('rate.empty', numbers.rate(rate))
          : messages.text('rate.invalid', given, numbers.rate(rate))),
      start: (first) => this.moveStart(first),
      retry: (panel, rate) => {
        this.outing.changeRate(panel.ride, rate);
        this.#restart(() => this.outing.reset());
        this.#begin(() => this.outing.toggle());
        this.refresh();
      },
    };
  }

  #begin(action) {
    const { outing } = this;
    const before = outing.finished;
    if (before || outing.player.settledK === 0) {
      this.#extras.forEach((extra) => extra.begin?.());
    }
    action();
    if (before && !outing.finished) {
      this.#restart(() => {});
    }
  }

  #reset() {
    this.#restart(() => this.outing.reset());
    this.speaker.say(this.tools.messages.text('reset'));
  }

  #look(action) {
    action();
    this.#lookedBack = true;
    this.panels.forEach((panel) => panel.lookBack(this.#stepOf(panel)));
    this.#extras.forEach((extra) => extra.lookBack?.());
  }

  #restart(action) {
    action();
    this.#concluded.clear();
    this.panels.forEach((panel) => panel.clear());
    this.#extras.forEach((extra) => extra.restart?.());
    this.notice('');
  }

  #setRate(panel, rate) {
    const { messages, numbers } = this.tools;
    this.outing.changeRate(panel.ride, rate);
    if (!panel.ride.ended) {
      this.#concluded.delete(panel);
      panel.verdict.clear();
    }
    this.notice('');
    if (this.outing.finished) {
      this.notice(messages.text('rate.next', numbers.rate(rate)));
    }
    this.refresh();
  }

  /** All begin anew from another start. @param {import('../model/journey.js').Step} first */
  moveStart(first) {
    const { messages, numbers } = this.tools;
    if (first.said) {
      this.beginAnew(first, first.said);
      return;
    }
    const several = this.state.data ? '.line' : this.panels.length === 1 ? '.one' : '.two';
    this.beginAnew(first, messages.text(`start.moved${first.w.length === 1 ? '' : several}`,
      ...[...first.w, first.loss].map((value) => numbers.said(value))));
  }

  /**
   * All begin anew.
   * @param {import('../model/journey.js').Step} first
   * @param {string} sentence that says so
   * @param {function(Object, number): Object} [edit] makes each run's spec from its own
   */
  beginAnew(first, sentence, edit) {
    this.#restart(() => this.outing.begin(first, edit));
    this.speaker.say(sentence);
    if (!first.said) {
      this.#confirmation.askSoon();
    }
    this.refresh();
  }

  #stepOf(panel) {
    return Math.floor(this.outing.positionOf(panel.ride));
  }

  #frame(elapsed) {
    const { outing, panels } = this;
    const more = outing.tick(elapsed);
    const [{ anew }, { position, rolling }] = [this.#turns, outing.player];
    panels.forEach((panel) => panel.draw(outing.positionOf(panel.ride), { anew, rolling }));
    if (position !== this.#shown || anew) {
      this.#shown = position;
      this.#extras.forEach((extra) => extra.frame?.(rolling));
    }
    return this.#turns.take(Math.floor(position), rolling, performance.now()) || more;
  }

  /** What writes words, each in its turn. */
  #parts() {
    return [
      ...this.panels.map((panel) => () => this.#tellPanel(panel)),
      (k, rolling) => this.#tellStep(k, rolling),
      ...this.#extras.filter((extra) => extra.words)
        .map((extra) => (k, rolling) => extra.words(k, rolling)),
    ];
  }

  #tellPanel(panel) {
    const k = this.#stepOf(panel);
    panel.write(k);
    panel.lookAhead(k, 1 + Math.ceil(this.outing.player.pace));
    this.#conclude(panel, k);
  }

  #tellStep(k, rolling) {
    const { outing, panels, speaker } = this;
    this.bar.render({ rolling, k, reached: outing.reached });
    this.start.render(panels[0].ride.spec.start);
    writePieces(part(this.element, 'said'), this.say(this, k));
    if (k > 0 || this.#lookedBack) {
      const spoken = this.say(this, k, { aloud: true }).map((piece) => piece.text).join('');
      const more = rolling ? [] : this.#extras.map((extra) => extra.aloud?.(k)).filter(Boolean);
      speaker.say([spoken, ...(outing.finished ? this.#endings() : []), ...more].join(' '));
    }
    this.#lookedBack = false;
  }

  /** How the runs ended; of several each with its rate. */
  #endings() {
    const { messages } = this.tools;
    const ended = this.panels.filter((panel) => this.#concluded.has(panel));
    return ended.map((panel) => {
      const { journey, spec } = panel.ride;
      return this.panels.length === 1 ? journey.ending.message
        : messages.text('panel.ended', panel.name(rateAfter(spec, journey.last.k)),
          journey.ending.message);
    });
  }

  /** A live region keeps silent about a sentence that it has already. */
  #sayThatItIsOver() {
    const sentence = this.tools.messages.text('over', this.#endings().join(' '));
    const same = part(this.element, 'live')?.textContent === sentence;
    this.speaker.say(same ? `${sentence}\u00a0` : sentence);
  }

  #conclude(panel, k) {
    const { ride } = panel;
    if (ride.ended && k >= ride.journey.last.k && !this.#concluded.has(panel)) {
      this.#concluded.add(panel);
      panel.conclude(this.concludeWith(this, panel));
    }
  }
}
