// A lesson as a page: which telling is read, kept on this device only, and the answers to its
// questions, which the service grades. It is loaded by itself: a lesson works without it.

const KEY = 'downhill.depth';

/** Which telling is shown; those who asked for one in the address get that one. */
function tellings() {
  const nav = document.querySelector('[data-part="depths"]');
  const above = document.querySelector('[data-part="depths-above"]');
  const shown = document.querySelector('[data-part="tellings"]');
  const show = (depth) => {
    shown.dataset.depth = depth;
    [nav, above].flatMap((each) => [...each.querySelectorAll('a')]).forEach((link) => {
      if (link.dataset.depth === depth) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  };
  const choose = (event) => {
    const { depth } = event.target.closest('a')?.dataset ?? {};
    if (depth) {
      event.preventDefault();
      show(depth);
      keep(depth);
      const address = new URL(location.href);
      address.searchParams.set('depth', depth);
      history.replaceState(null, '', address);
    }
    return depth;
  };
  const kept = recall();
  const known = [...nav.querySelectorAll('a')].some((link) => link.dataset.depth === kept);
  if (known && !new URLSearchParams(location.search).has('depth')) {
    show(kept);
  }
  nav.addEventListener('click', choose);
  // Who chooses above the sim wants to read: the words are below it.
  above.addEventListener('click', (event) => {
    const depth = choose(event);
    if (depth) {
      nav.querySelector(`[data-depth="${depth}"]`).focus({ preventScroll: true });
      nav.scrollIntoView();
    }
  });
}

/** The service grades; the page takes its words in place of the question. */
function questions() {
  document.addEventListener('submit', async (event) => {
    const form = event.target.closest('form.question');
    if (!form) {
      return;
    }
    event.preventDefault();
    const query = String(new URLSearchParams(new FormData(form)));
    form.dataset.asked = query;
    try {
      const page = await pageAt(`${location.pathname}?${query}`);
      if (form.dataset.asked !== query) {
        return;
      }
      const graded = page.getElementById(form.id);
      form.dataset.mark = graded.dataset.mark;
      form.querySelector('.feedback').replaceChildren(
        ...graded.querySelector('.feedback').childNodes);
      if (form.dataset.mark === 'right') {
        document.dispatchEvent(new CustomEvent('downhill:answered', { detail: form.id }));
      }
    } catch {
      form.submit();
    }
  });
}

/** A page of ours, read by the browser itself: no text of it is taken for markup by a script. */
function pageAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => (request.response ? resolve(request.response)
      : reject(new Error(request.status)));
    request.onerror = () => reject(new Error(address));
    request.send();
  });
}

function keep(depth) {
  try {
    localStorage.setItem(KEY, depth);
  } catch {
    // Nothing may be kept here.
  }
}

function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

tellings();
questions();
