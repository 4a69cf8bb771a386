const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Numbers as a reader of one language writes them, with a true minus sign and no marks between
 * thousands. They are rounded as the exact value of the double says, ties away from zero, before
 * the language has its say: so the service, which writes the page first, comes to the same digits.
 */
export class Numbers {
  #formats = new Map();

  /** @param {string} locale a BCP 47 tag */
  constructor(locale) {
    this.locale = locale;
  }

  /** For a sentence: two decimals, or two significant digits where that says more. */
  said(x) {
    return this.#format(x, 2);
  }

  /** For a table and a line of arithmetic: three decimals. */
  exact(x) {
    return this.#format(x, 3);
  }

  /** The same where there is little room: powers of ten without spaces, and sooner. */
  tight(x) {
    return Math.abs(x) >= 1e4 ? this.#scientific(x, 1).replaceAll(' ', '') : this.exact(x)
      .replaceAll(' ', '');
  }

  /** A learning rate: three significant digits at most, no idle zeros. */
  rate(x) {
    return x !== 0 && (x < 1e-5 || x >= 1e6)
      ? this.#scientific(x, 2)
      : this.#intl({ maximumSignificantDigits: 3 }, Number(x.toPrecision(3)));
  }

  /** A whole number. */
  count(x) {
    return this.#intl({ maximumFractionDigits: 0 }, x);
  }

  /** A share as a percentage: three significant digits below a tenth, else whole. */
  percent(share) {
    const fine = Math.abs(share) < 0.0995;
    return this.#intl({ style: 'percent',
      ...(fine ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 }) }, share);
  }

  /** A share as a percentage, with one decimal. */
  tenths(share) {
    return this.#intl({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
      Number((share * 100).toFixed(1)) / 100);
  }

  /** All digits that it has. */
  whole(x) {
    return String(x).replace('-', '−').replace('.', this.#sign);
  }

  /** Numbers in a row; semicolons keep them apart where a comma stands before the fraction. */
  list(written) {
    return written.join(this.#sign === ',' ? '; ' : ', ');
  }

  /** What stands before the fraction. */
  get #sign() {
    return this.#intl({ minimumFractionDigits: 1 }, 0)[1];
  }

  #format(x, decimals) {
    const size = Math.abs(x);
    if (x === 0 || (size >= 0.5 * 10 ** -decimals && size < 1e5)) {
      const fine = size >= 0.1 || x === 0 ? decimals : decimals + 1;
      return this.#intl({ minimumFractionDigits: fine, maximumFractionDigits: fine },
        Number(x.toFixed(fine)));
    }
    return this.#scientific(x, decimals - 1);
  }

  #scientific(x, decimals) {
    if (!Number.isFinite(x)) {
      return '–';
    }
    const [lead, power] = x.toExponential(decimals).split('e');
    const digits = String(Math.abs(Number(power))).replace(/\d/g, (digit) => SUPERSCRIPTS[digit]);
    const mantissa = this.#intl(
      { minimumFractionDigits: decimals, maximumFractionDigits: decimals }, Number(lead));
    return `${mantissa} × 10${Number(power) < 0 ? '⁻' : ''}${digits}`;
  }

  #intl(options, x) {
    // An object's own text as a key would be made anew for each number on a page that moves.
    const { style = '', minimumFractionDigits: least = '', maximumFractionDigits: most = '',
      maximumSignificantDigits: figures = '' } = options;
    const key = `${style},${least},${most},${figures}`;
    if (!this.#formats.has(key)) {
      const plain = { useGrouping: false, ...options };
      this.#formats.set(key, new Intl.NumberFormat(this.locale, plain));
    }
    // The nought added takes the sign off a negative zero.
    return Number.isFinite(x) ? this.#formats.get(key).format(x + 0).replace('-', '−') : '–';
  }
}
