import { isRate } from '../model/spec.js';
import { POSITIONS } from '../model/rate-scale.js';
import { BandNames } from './band-names.js';
import { keepEnter, mark, part, write } from './parts.js';

const BANDS = ['crawls', 'smooth', 'zigzags', 'explodes'];

/**
 * The learning rate as a logarithmic slider and a number, over the bands of the ground where the
 * sim has a place for them.
 */
export class RateControl {
  #slider;
  #number;
  #bands;
  #names;
  #places;
  #words;
  #scale;
  #messages;
  #numbers;
  #rate = NaN;

  /**
   * @param {ParentNode} root
   * @param {{scale: import('../model/rate-scale.js').RateScale,
   *     messages: import('../describe/messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers,
   *     onRate: function(number): void, onInvalid: function(string, number): void}} options
   */
  constructor(root, { scale, messages, numbers, onRate, onInvalid }) {
    this.#scale = scale;
    this.#messages = messages;
    this.#numbers = numbers;
    this.#slider = part(root, 'rate');
    this.#number = part(root, 'rate-number');
    this.#bands = part(root, 'bands');
    this.#names = part(root, 'band-names');
    this.#places = this.#names && new BandNames(this.#names);
    this.#words = part(root, 'rate-words');
    Object.assign(this.#slider, { min: '0', max: String(POSITIONS), step: '1' });
    this.#slider.addEventListener('input', () => onRate(scale.rate(Number(this.#slider.value))));
    this.#number?.addEventListener('change', () => {
      const rate = Number(this.#number.value.replace(',', '.'));
      if (isRate(rate)) {
        onRate(rate);
      } else {
        onInvalid(this.#number.value, this.#rate);
        this.#number.value = String(this.#rate);
      }
    });
    keepEnter(this.#number);
    [this.#slider, this.#number].forEach((input) => input?.removeAttribute('disabled'));
  }

  /**
   * @param {number} rate
   * @param {import('../model/landscape.js').Bands|null} bands of the ground at the ball; null where
   *     they do not tell what a rate does
   */
  render(rate, bands) {
    const here = bandOf(rate, bands);
    if (rate !== this.#rate) {
      this.#rate = rate;
      const position = this.#scale.position(rate);
      if (this.#scale.rate(Number(this.#slider.value)) !== rate) {
        this.#slider.value = String(Math.round(position));
      }
      this.#slider.style.setProperty('--at', `${position * 100 / POSITIONS}%`);
      if (this.#number && Number(this.#number.value) !== rate) {
        this.#number.value = String(rate);
      }
    }
    if (!this.#bands) {
      mark(this.#slider, 'aria-valuetext', this.#numbers.rate(rate));
      return;
    }
    mark(this.#slider, 'aria-valuetext', this.#messages.text('rate.value',
      this.#numbers.rate(rate), this.#messages.text(`band.${here ?? unbanded(bands)}`)));
    write(this.#words, here ? '' : this.#messages.text(`bands.${unbanded(bands)}`));
    this.#renderBands(bands, here);
  }

  /** The bands are an SVG of one hundred units across, beside a list of their names. */
  #renderBands(bands, here) {
    const edges = bands?.edges;
    mark(this.#bands, 'data-none', edges ? null : '');
    const ends = edges ? edges.map((edge) => this.#scale.position(edge) * 100 / POSITIONS) : [];
    BANDS.forEach((name, i) => {
      const from = i === 0 ? 0 : ends[i - 1] ?? 100;
      const band = this.#bands?.querySelector(`[data-band="${name}"]`);
      mark(band, 'x', from.toFixed(2));
      mark(band, 'width', ((ends[i] ?? 100) - from).toFixed(2));
      mark(this.#names?.querySelector(`[data-band="${name}"]`), 'data-current',
        name === here ? '' : null);
    });
    this.#places?.render(ends, BANDS.indexOf(here));
  }
}

function bandOf(rate, bands) {
  const edges = bands?.edges;
  return edges ? BANDS[edges.filter((edge) => rate > edge).length] : null;
}

/** Why there are no bands: another rule, a bend that is not known, or ground that bends down. */
function unbanded(bands) {
  if (!bands) {
    return 'other';
  }
  return Number.isNaN(bands.curvature) ? 'away' : 'none';
}
