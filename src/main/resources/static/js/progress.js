// How far a reader has come: which questions were answered right. It is kept on this device only,
// can be wiped, and nothing depends on it.

const KEY = 'downhill.answered';

/** @returns {string[]} `lesson/question` of each that was answered right */
function answered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** @param {string} lesson its slug @param {string} question its id */
function keep(lesson, question) {
  try {
    const kept = new Set([...answered(), `${lesson}/${question}`]);
    localStorage.setItem(KEY, JSON.stringify([...kept]));
  } catch {
    // Nothing may be kept here.
  }
}

/** Shows it beside the lessons, and offers to forget it. */
function show() {
  const kept = answered();
  document.querySelectorAll('.progress[data-lesson]').forEach((place) => {
    const { lesson, of, words } = place.dataset;
    const count = kept.filter((each) => each.startsWith(`${lesson}/`)).length;
    place.hidden = count === 0;
    place.textContent = words.replace('{0}', String(Math.min(count, of))).replace('{1}', of);
  });
  const forget = document.querySelector('[data-part="forget"]');
  if (forget) {
    forget.hidden = kept.length === 0;
  }
}

document.addEventListener('downhill:answered', ({ detail }) =>
  keep(location.pathname.split('/').pop(), detail));
document.querySelector('[data-part="forget"] button')?.addEventListener('click', () => {
  localStorage.removeItem(KEY);
  show();
  document.getElementById('lessons').focus();
});
show();
