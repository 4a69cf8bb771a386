/**
 * Tells whether the sim can be seen: on the screen, in a tab that is shown.
 * @param {HTMLElement} element
 * @param {function(boolean): void} onSight called at each change
 */
export function watchSight(element, onSight) {
  let near = true;
  let seen = true;
  const tell = () => {
    const now = near && !document.hidden;
    if (now !== seen) {
      seen = now;
      onSight(seen);
    }
  };
  new IntersectionObserver((entries) => {
    near = entries[entries.length - 1].isIntersecting;
    tell();
  }).observe(element);
  document.addEventListener('visibilitychange', tell);
}

/**
 * Acts when an element first comes near the screen, and never again.
 * @param {HTMLElement} element
 * @param {function(): void} act
 */
export function onceSeen(element, act) {
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      act();
    }
  }, { rootMargin: '50%' });
  watch.observe(element);
}

/**
 * Tells whether things may glide, now and whenever the reader's wish changes.
 * @param {function(boolean): void} onWish
 */
export function watchMotion(onWish) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  onWish(!calm.matches);
  calm.addEventListener('change', () => onWish(!calm.matches));
}
