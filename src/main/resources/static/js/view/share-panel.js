import { part, write } from './parts.js';

/** The quiet edge that readers of QR codes need, in modules. */
const QUIET = 4;

/** The link to what is seen: to copy, and as a QR code. */
export class SharePanel {
  #root;
  #messages;
  #href;
  #whole;
  #qr;
  #drawn = '';

  /**
   * @param {ParentNode} root
   * @param {{messages: import('../describe/messages.js').Messages, href: function(): string,
   *     whole: function(): boolean}} options `href` gives the link as it is now, `whole` says
   *     whether it carries all that is seen
   */
  constructor(root, { messages, href, whole }) {
    this.#root = root;
    this.#messages = messages;
    this.#href = href;
    this.#whole = whole;
    this.#qr = part(root, 'qr');
    part(root, 'copy-link')?.addEventListener('click', () => this.#copy());
    this.#qr?.addEventListener('toggle', () => this.render());
  }

  /** Brings the link, and an open QR code, up to date. */
  render() {
    const link = part(this.#root, 'permalink');
    const href = this.#href();
    if (link && link.href !== href) {
      link.href = href;
      write(part(this.#root, 'copied'), '');
    }
    if (this.#qr?.open && this.#drawn !== href) {
      this.#draw(href);
    }
  }

  async #copy() {
    const said = part(this.#root, 'copied');
    try {
      await navigator.clipboard.writeText(this.#href());
      const copied = this.#messages.text('link.copied');
      write(said, this.#whole() ? copied : `${copied} ${this.#messages.text('link.present')}`);
    } catch {
      write(said, this.#href());
      window.getSelection()?.selectAllChildren(said);
    }
  }

  async #draw(href) {
    this.#drawn = href;
    const { generate } = await import('../vendor/lean-qr.js');
    let code;
    try {
      code = generate(href);
    } catch {
      write(part(this.#root, 'qr-code'), this.#messages.text('qr.too-long'));
      return;
    }
    const squares = [];
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        if (code.get(x, y)) {
          squares.push(`M${x},${y}h1v1h-1z`);
        }
      }
    }
    part(this.#root, 'qr-code').replaceChildren(
      picture(code.size, squares.join(''), this.#messages.text('qr.label')));
  }
}

function picture(size, path, label) {
  const svg = shape('svg', {
    viewBox: `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`,
    role: 'img',
    'aria-label': label,
    width: '200',
    height: '200',
  });
  svg.append(
    shape('rect', { x: -QUIET, y: -QUIET, width: '100%', height: '100%', fill: '#fff' }),
    shape('path', { d: path, fill: '#000' }));
  return svg;
}

function shape(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
