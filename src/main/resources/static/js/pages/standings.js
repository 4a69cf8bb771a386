import { part, write } from '../view/parts.js';
import { gradeFirst, isRight } from '../model/prediction.js';
import { finishLine, NEAR, stepsToFall } from '../model/arrival.js';

/** Who is down and when: a score for each racer, and who was first. */
export class Standings {
  #stage;
  #minima;
  #told = { sentence: '', k: 0 };

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {import('../model/surface.js').Minimum[]} minima of the ground
   */
  constructor(stage, minima) {
    this.#stage = stage;
    this.#minima = minima;
  }

  /** Writes the scores as far as the steps have been shown. */
  words() {
    const { panels, outing, element } = this.#stage;
    const counts = this.#counts(outing.reached);
    panels.forEach((panel, i) => write(part(panel.root, 'score'), this.#score(panel, counts[i])));
    write(part(element, 'standings'), this.#sentence(counts));
  }

  /** What is to be spoken at step k: who came down, where that is news. */
  aloud(k) {
    const sentence = this.#sentence(this.#counts(this.#stage.outing.reached));
    if (sentence !== this.#told.sentence) {
      this.#told = { sentence, k };
    }
    return k === this.#told.k ? sentence : '';
  }

  /** How the guess did, which of them is down first. @param {Object} guess */
  grade(guess) {
    const { endings, messages } = this.#stage.tools;
    if (this.#line === null) {
      return { right: null, sentence: messages.text('race.bottomless') };
    }
    const graded = gradeFirst(guess, this.#counts());
    return { right: isRight(graded),
      sentence: endings.guessFirst(graded, guess, this.#names, 'race') };
  }

  get #names() {
    return this.#stage.panels.map((panel) => panel.name());
  }

  get #line() {
    return finishLine(this.#minima, this.#stage.panels[0].ride.journey.step(0).loss);
  }

  #counts(reached) {
    const line = this.#line;
    return this.#stage.panels.map(({ ride }) => stepsToFall(ride.journey, line, reached));
  }

  #score({ ride }, steps) {
    const { messages, numbers } = this.#stage.tools;
    const k = Math.min(this.#stage.outing.reached, ride.journey.last.k);
    const ended = ride.ended && k >= ride.journey.last.k;
    if (steps !== null) {
      return messages.counted('race.down', steps, numbers.count(steps));
    }
    const flew = ended && ride.journey.ending.verdict === 'diverged';
    const key = flew ? 'race.flew' : ended ? 'race.never' : k === 0 ? 'race.ready' : 'race.open';
    return messages.counted(key, k, numbers.count(k), numbers.said(ride.journey.step(k).loss));
  }

  /** "First down: Adam, after 31 steps. Then Momentum (40)." */
  #sentence(counts) {
    const { messages, numbers } = this.#stage.tools;
    const down = counts.flatMap((steps, i) => (steps === null ? [] : [{ steps, i }]))
      .sort((a, b) => a.steps - b.steps);
    if (down.length === 0) {
      return this.#line === null ? messages.text('race.bottomless')
        : messages.text('race.goal', numbers.percent(NEAR), numbers.said(this.#line));
    }
    const first = down.filter(({ steps }) => steps === down[0].steps);
    const names = first.map(({ i }) => this.#names[i])
      .reduce((said, name) => messages.text('guess.and', said, name));
    const then = down.slice(first.length).map(({ steps, i }) =>
      messages.text('race.place', this.#names[i], numbers.count(steps)));
    const lead = messages.counted('race.winner', down[0].steps, names,
      numbers.count(down[0].steps));
    return then.length === 0 ? lead : `${lead} ${messages.text('race.then', then.join(', '))}`;
  }
}
