import { part } from './parts.js';
import { openSharing } from './share-dialog.js';

/** The link to what is seen, and the dialog in which it is put into other pages. */
export class SharePanel {
  #root;
  #href;
  #whole;
  #link;
  #sharing;

  /**
   * @param {ParentNode} root
   * @param {{href: function(): string, whole: function(): boolean}} options `href` gives the link
   *     as it is now, `whole` says whether it carries all that is seen
   */
  constructor(root, { href, whole }) {
    this.#root = root;
    this.#href = href;
    this.#whole = whole;
    this.#link = part(root, 'permalink');
    this.#sharing = part(root, 'share');
    this.#sharing?.addEventListener('click', (event) => this.#share(event));
  }

  /** Brings the links up to date. */
  render() {
    const href = this.#href();
    if (this.#link && this.#link.href !== href) {
      this.#link.href = href;
    }
    if (this.#sharing) {
      this.#sharing.search = new URL(href).search;
    }
  }

  /** Whoever wants the page of its own, in another tab say, gets it, as does who has no dialog. */
  async #share(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    this.render();
    try {
      await openSharing(this.#sharing, this.#whole());
    } catch {
      window.location.assign(this.#sharing.href);
    }
  }
}
