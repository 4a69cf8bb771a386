import { firstStep, Refusal } from '../transport/api.js';

/** A start that is dragged is asked about once it has stood still so long, in milliseconds. */
const STILL = 180;

/** The page's own reading of the ground is good for a drag; what stands is the engine's. */
export class Confirmation {
  #stage;
  #asked = 0;

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** Asks the engine about the start once it is left where it is. */
  askSoon() {
    const asked = ++this.#asked;
    setTimeout(() => asked === this.#asked && this.#ask(), STILL);
  }

  async #ask() {
    const stage = this.#stage;
    const rides = stage.panels.map((panel) => panel.ride);
    const { spec } = rides[0];
    try {
      const step = await firstStep(spec);
      if (rides[0].spec.start === spec.start) {
        // What another rule remembers at the start only its own run can tell.
        rides.filter((ride) => ride.spec.optimizer.name === spec.optimizer.name)
          .forEach(({ journey }) =>
            journey.confirm({ ...step, learningRate: journey.step(0).learningRate }));
        stage.refresh();
      }
    } catch (error) {
      const { messages } = stage.tools;
      stage.notice(error instanceof Refusal
        ? messages.text('refused', error.message) : messages.text('unreachable'));
    }
  }
}
