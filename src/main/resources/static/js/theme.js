// Runs before the page is painted, so that a chosen theme does not flash in after the other. What
// was chosen is kept on this device only; where nothing may be kept, the choice lasts for the page.
{
  const KEY = 'downhill.theme';
  const CHOICES = ['auto', 'light', 'dark'];
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const keep = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Nothing may be kept here.
    }
  };

  const show = (choice) => {
    if (choice === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = choice;
    }
  };

  let chosen = CHOICES.includes(kept()) ? kept() : 'auto';
  show(chosen);

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-part="theme"]');
    if (!button) {
      return;
    }
    const tell = () => {
      button.setAttribute('aria-label', button.dataset[chosen]);
      button.title = button.dataset[chosen];
      button.dataset.chosen = chosen;
    };
    button.addEventListener('click', () => {
      chosen = CHOICES[(CHOICES.indexOf(chosen) + 1) % CHOICES.length];
      keep(chosen);
      show(chosen);
      tell();
      document.dispatchEvent(new Event('downhill:theme'));
    });
    tell();
  });
}
