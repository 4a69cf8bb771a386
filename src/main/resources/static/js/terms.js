// Terms of the glossary, shown where they stand. Without this a term is a link to the glossary.

/** The glossary, asked for once; its links and its language are those of the page. */
const pages = new Map();

function glossary(address) {
  if (!pages.has(address)) {
    const page = pageAt(address);
    page.catch(() => pages.delete(address));
    pages.set(address, page);
  }
  return pages.get(address);
}

/** A page of ours, read by the browser itself: no text of it is taken for markup by a script. */
function pageAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response)
      : reject(new Error(request.status)));
    request.onerror = () => reject(new Error(address));
    request.send();
  });
}

/** What the glossary says of a term, beside the word. */
async function show(link) {
  const address = new URL(link.href);
  const id = decodeURIComponent(address.hash.slice(1));
  const page = await glossary(address.href.split('#')[0]);
  const entry = page.getElementById(id);
  const note = document.createElement('div');
  note.className = 'term-note';
  note.popover = 'auto';
  note.tabIndex = -1;
  note.setAttribute('role', 'note');
  note.setAttribute('aria-label', entry.querySelector('dt').textContent);
  const words = document.createElement('dl');
  words.append(...[...entry.children].map((each) => document.importNode(each, true)));
  note.append(words);
  note.addEventListener('toggle', ({ newState }) => newState === 'closed' && note.remove());
  link.after(note);
  note.showPopover();
  place(note, link.getClientRects()[0]);
  note.focus({ preventScroll: true });
}

/** Under the word, or above it where there is more room. */
function place(note, word) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const left = Math.max(8, Math.min(word.left, width - note.offsetWidth - 8));
  const below = word.bottom + 8;
  const fits = below + note.offsetHeight <= height - 8 || word.top < height / 2;
  note.style.left = `${left}px`;
  note.style.top = `${fits ? below : Math.max(8, word.top - 8 - note.offsetHeight)}px`;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.term');
  if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    show(link).catch(() => { location.href = link.href; });
  }
});
