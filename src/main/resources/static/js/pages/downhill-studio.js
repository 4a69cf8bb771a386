import { RoundTeller } from '../describe/round-teller.js';
import { paceFor, sameTraining } from '../model/net.js';
import { STEPS_PER_SECOND } from '../model/player.js';
import { inTongueAsked } from '../transport/tongue.js';
import { onceSeen } from '../view/first-sight.js';
import { mark, part } from '../view/parts.js';
import { SharePanel } from '../view/share-panel.js';
import { Accuracy } from './accuracy.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { LearnedFrom } from './learned-from.js';
import { NetView } from './net-view.js';
import { Predicting } from './predicting.js';
import { ProgramDesk } from './program-desk.js';
import { Programs } from './programs.js';
import { Stage } from './stage.js';
import { TrainingPanel } from './training-panel.js';
import { Transcript } from './transcript.js';

const WATCH = ['weights', 'output'];

const TRAINING = { token: '--loss', head: '--ball' };
const HELD_OUT = { token: '--run-4', dash: [6, 4], marker: 'square' };

/** Before the first round is known. */
const UNKNOWN = { k: 0, w: [], loss: NaN, gradient: [NaN], learningRate: NaN, provisional: true };

/** The Studio: a program that trains a network, and the network as it is trained. */
class DownhillStudio extends HTMLElement {
  /** What is trained: its program, and what the service says of it. */
  #trained = { program: '', training: null };
  /** What was written since, if it reads. */
  #written = null;
  #paceIsOurs = true;

  /** Begins once, and again whenever it is put on a page. */
  connectedCallback() {
    onceSeen(() => this.isConnected && this.#enter());
  }

  /** It rests while it is not on a page. */
  disconnectedCallback() {
    this.stage?.leave();
  }

  #enter() {
    if (!this.stage) {
      this.#begin(JSON.parse(part(this, 'state').textContent));
      this.dataset.live = '';
      this.stage.announcing.say('ready');
    }
    this.stage.enter();
  }

  #begin(state) {
    let teller;
    this.stage = new Stage(this, {
      state: { ...state, steps: [state.step ?? UNKNOWN] },
      panels: [{ root: this, spec: specOf(state.program) }],
      Panel: TrainingPanel,
      say: ({ panels: [{ ride }] }, k) =>
        teller.sentence(ride.journey.step(k), this.#trained.training?.rounds),
    });
    const { messages, numbers } = this.stage.tools;
    teller = new RoundTeller(messages, numbers);
    this.#addViews(state, teller);
    this.desk = new ProgramDesk(this, {
      words: state.words,
      messages,
      onReading: (reading, text, error) => this.#read(reading, text, error),
      onRun: () => part(this, 'roll').click(),
    });
    this.#listen();
    this.stage.refresh();
    this.desk.settle();
  }

  #addViews(state, teller) {
    const { stage } = this;
    const { messages } = stage.tools;
    const program = () => this.#trained.program;
    const named = [{ ...TRAINING, label: messages.text('chart.training') },
      { ...HELD_OUT, label: messages.text('chart.held') }];
    this.history = new History(stage, named, {
      label: messages.text('chart.rounds'),
      cells: (step) => (step.provisional ? null : teller.cells(step)),
      beside: () => this.#heldOut(),
    });
    this.accuracy = new Accuracy(stage, named);
    this.guessing = new Guessing(stage, (guess) => {
      const { accuracy } = stage.panels[0].ride.journey.last;
      return { right: teller.isRight(guess, accuracy), sentence: teller.guess(guess, accuracy) };
    });
    this.predicting = new Predicting(stage, () => this.#trained);
    this.learnedFrom = new LearnedFrom(stage);
    this.net = new NetView(stage, (table) => {
      this.predicting.show(table);
      this.learnedFrom.show(table);
    });
    this.transcript = new Transcript(stage, program);
    const href = () => new URL(inTongueAsked(`${state.path}?${new URLSearchParams({
      program: this.desk?.text ?? state.program })}`), window.location.href).href;
    this.share = new SharePanel(this, { href, whole: () => true });
    stage.announcing.address = href;
    [this.history, this.accuracy, this.guessing, this.net, this.predicting, this.transcript,
      new Programs(stage), { words: () => this.share.render() }]
        .forEach((extra) => stage.add(extra));
  }

  /** The losses of the rows that are held out, up to the round shown. */
  #heldOut() {
    const [{ ride }] = this.stage.panels;
    const k = Math.floor(this.stage.outing.positionOf(ride));
    return ride.journey.last.heldOut
      ? ride.journey.slice(0, k).map(({ heldOut }) => heldOut.loss) : [];
  }

  /** What the service makes of the program; null where it could not be asked. */
  #read(reading, program, error) {
    const { messages } = this.stage.tools;
    this.stage.notice(error ? messages.text('unreachable') : '');
    this.share.render();
    if (!reading || reading.mistakes.length > 0) {
      this.#written = null;
      return;
    }
    this.#written = { program, ...reading };
    const untouched = this.stage.outing.reached === 0 && !this.stage.outing.player.moving;
    if (untouched || sameTraining(reading.training, this.#trained.training)) {
      this.#take();
    } else {
      this.stage.notice(messages.text('changed'));
    }
  }

  /** What is written is what is trained from now on. */
  #take() {
    const written = this.#written;
    if (!written || written.program === this.#trained.program) {
      return;
    }
    const same = sameTraining(written.training, this.#trained.training);
    this.#trained = written;
    this.stage.notice('');
    mark(this, 'data-untrained', written.training ? null : '');
    if (written.training && !same) {
      this.#beginAnew(written);
    }
    this.transcript.show(written.outputs);
    this.stage.refresh();
  }

  /** The page brings the first program's round 0 with it. */
  #beginAnew({ program, training }) {
    const { stage } = this;
    const words = stage.tools.messages.text('begun');
    if (program !== stage.panels[0].ride.spec.objective.program) {
      stage.beginAnew({ ...UNKNOWN, said: words }, words, () => specOf(program));
      stage.panels[0].ride.want(0);
    }
    this.#setPace(training.rounds);
    this.net.show(training);
  }

  /** Unless the reader has chosen one. */
  #setPace(rounds) {
    const pace = part(this, 'pace');
    if (this.#paceIsOurs && pace) {
      const paces = [...pace.options].map(({ value }) => Number(value));
      pace.value = String(paceFor(rounds, STEPS_PER_SECOND, paces));
      this.stage.outing.player.pace = Number(pace.value);
    }
  }

  /** Whoever presses Run means what is written, though it may not have been checked yet. */
  #listen() {
    ['roll', 'step', 'reset'].forEach((name) =>
      part(this, name).addEventListener('click', (event) => this.#press(event), { capture: true }));
    part(this, 'pace')?.addEventListener('change', () => { this.#paceIsOurs = false; });
    part(this, 'desk').closest('form').addEventListener('submit', (event) => {
      event.preventDefault();
      part(this, 'roll').click();
    });
  }

  async #press(event) {
    const pausing = event.currentTarget === part(this, 'roll') && this.stage.outing.player.rolling;
    if (pausing || this.#isCurrent) {
      return;
    }
    const button = event.currentTarget;
    event.stopImmediatePropagation();
    const reading = await this.desk.settle();
    if (reading?.mistakes.length > 0) {
      this.desk.showMistakes();
      return;
    }
    this.#take();
    if (this.#isCurrent) {
      button.click();
    } else if (reading) {
      this.stage.notice(this.stage.tools.messages.text('nothing'));
    }
  }

  get #isCurrent() {
    return this.#trained.training !== null && this.desk.text === this.#trained.program;
  }
}

function specOf(program) {
  return { objective: { program, watch: WATCH } };
}

customElements.define('downhill-studio', DownhillStudio);
