/*
 * Downhill in your page: <script async src="https://…/embed.js"></script>. Sizes every iframe that
 * shows a sim of this Downhill, offers <downhill-sim sim="roll" curve="bumpy" learning-rate="0.1">,
 * and makes DOM events of what a sim reports (events="on"). It needs nothing else and leaves alone
 * all that is not its own.
 */
(() => {
  'use strict';

  const script = document.currentScript || document.querySelector('script[src$="/embed.js"]');
  const home = new URL('.', script.src).href;
  const homes = window.downhillHomes = window.downhillHomes || [];
  if (homes.includes(home)) {
    return;
  }
  homes.push(home);

  const ASK = { type: 'downhill:ask' };
  const REPORT = /^downhill:(ready|predicted|stepped|ended|answered)$/;
  const EDGES = ['borderTopWidth', 'borderBottomWidth', 'paddingTop', 'paddingBottom'];

  /** Attributes that say how the element is, and not which sim it shows. */
  const NOT_OPTIONS =
    /^(sim|id|class|style|title|slot|height|width|hidden|dir|role|tabindex)$|^(data|aria)-|^on|^_/;

  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(`${home}embed/`));

  const fit = (frame, height) => {
    const css = getComputedStyle(frame);
    const around = css.boxSizing === 'border-box'
      ? EDGES.reduce((sum, edge) => sum + parseFloat(css[edge]), 0) : 0;
    frame.style.height = `${Math.ceil(height + around)}px`;
  };

  window.addEventListener('message', ({ data, origin, source }) => {
    // A sandboxed frame has no origin of its own; which frame it is says enough.
    const ours = origin === new URL(home).origin || origin === 'null';
    const frame = ours && data && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame && data.type === 'downhill:height' && data.height > 0) {
      fit(frame, data.height);
    } else if (frame && REPORT.test(data.type)) {
      frame.dispatchEvent(new CustomEvent(data.type, { detail: data, bubbles: true }));
    }
  });

  // Frames that were there first have said how high they are.
  frames().forEach(({ contentWindow }) => contentWindow.postMessage(ASK, '*'));

  class DownhillSim extends HTMLElement {
    connectedCallback() {
      if (!this.frame) {
        this.style.display = 'block';
        this.frame = document.createElement('iframe');
        this.frame.setAttribute('loading', 'lazy');
        this.frame.allow = 'clipboard-write; fullscreen';
        Object.assign(this.frame.style, { display: 'block', width: '100%', border: '0',
          height: `${parseFloat(this.getAttribute('height')) || 640}px` });
        // What is inside is for where no script runs; it may be read after the element.
        new MutationObserver(() => this.show())
          .observe(this, { attributes: true, childList: true });
      }
      this.show();
    }

    show() {
      const options = [...this.attributes].filter(({ name }) => !NOT_OPTIONS.test(name))
        .map(({ name, value }) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
          value || 'on']);
      const sim = this.getAttribute('sim') || 'roll';
      const query = String(new URLSearchParams(options));
      const address = `${home}embed/${encodeURIComponent(sim)}${query && `?${query}`}`;
      this.frame.title = this.title || `Downhill: ${sim}`;
      if (this.frame.src !== address) {
        // Loaded while off the page, it leaves no trace in the reader's history.
        this.frame.remove();
        this.frame.src = address;
      }
      [...this.childNodes].filter((child) => child !== this.frame)
        .forEach((child) => child.remove());
      if (!this.frame.parentNode) {
        this.appendChild(this.frame);
      }
    }
  }

  if (!customElements.get('downhill-sim')) {
    customElements.define('downhill-sim', DownhillSim);
  }
})();
