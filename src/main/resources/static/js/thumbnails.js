/** How long a thumbnail plays at most, in milliseconds: what moves on needs a pause control. */
const LONGEST = 4500;

/** The time of a step, where that leaves it shorter. */
const STEP = 280;

/** The radius of a ball, in CSS pixels. */
const RADIUS = 11;

/** The balls of a picture, on the way that the engine's steps lead them. */
function balls(picture) {
  const outline = picture.querySelector('.curve').getAttribute('d').split(/[ML]/).filter(Boolean)
    .map((point) => point.split(' ').map((value) => Number(value) / 1000));
  const heightAt = (x) => {
    const i = outline.findIndex(([at]) => at >= x);
    if (i <= 0) {
      return outline.at(i)[1];
    }
    const [[x0, y0], [x1, y1]] = [outline[i - 1], outline[i]];
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  };
  return [...picture.querySelectorAll('[data-track]')].map((ball) => {
    const places = ball.dataset.track.split(' ').map((share) => Number(share) / 100);
    return { updates: places.length - 1, show: (position) => {
      const [width, height] = [picture.clientWidth, picture.clientHeight];
      const k = Math.min(Math.floor(position), places.length - 1);
      const next = places[Math.min(k + 1, places.length - 1)];
      const share = position - Math.floor(position);
      const x = places[k] + share * share * (3 - 2 * share) * (next - places[k]);
      const grain = 0.01;
      const rise = ((heightAt(x + grain) - heightAt(x - grain)) * height) / (2 * grain * width);
      const length = Math.hypot(1, rise);
      ball.setAttribute('cx', x * width + (rise / length) * RADIUS);
      ball.setAttribute('cy', heightAt(x) * height - RADIUS / length);
    } };
  });
}

/** The ways on a map, as far as they have come. */
function ways(picture) {
  return [...picture.querySelectorAll('polyline')].map((way) => {
    const points = way.getAttribute('points').trim().split(' ').map(Number);
    const places = points.flatMap((x, i) => (i % 2 === 0 ? [[x, points[i + 1]]] : [])).slice(0, 61);
    return { updates: places.length - 1, show: (position) => {
      const k = Math.min(Math.floor(position), places.length - 1);
      const [here, next] = [places[k], places[Math.min(k + 1, places.length - 1)]];
      const share = position - Math.floor(position);
      const head = here.map((value, i) => value + share * (next[i] - value));
      way.setAttribute('points', [...places.slice(0, k + 1), head].flat().join(' '));
    }, rest: () => way.setAttribute('points', points.join(' ')) };
  });
}

/** A sim in small that plays once when it comes into sight, and again for whoever turns to it. */
function bringToLife(card) {
  const picture = card.querySelector('.thumbnail');
  const actors = picture.querySelector('.curve') ? balls(picture) : ways(picture);
  const updates = Math.max(0, ...actors.map((actor) => actor.updates));
  const lasts = Math.min(LONGEST, STEP * updates);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let handle = 0;
  const rest = () => {
    handle = 0;
    delete picture.dataset.playing;
    actors.forEach((actor) => actor.rest?.());
  };
  const frame = (began) => (now) => {
    const share = Math.min(1, Math.max(0, now - began) / lasts);
    actors.forEach((actor) => actor.show(Math.min(share * updates, actor.updates)));
    if (share < 1) {
      handle = requestAnimationFrame(frame(began));
    } else {
      handle = 0;
      setTimeout(() => handle === 0 && rest(), 400);
    }
  };
  const play = () => {
    if (handle === 0 && updates > 0 && !calm.matches) {
      picture.dataset.playing = '';
      handle = requestAnimationFrame(frame(performance.now()));
    }
  };
  card.addEventListener('pointerenter', play);
  card.addEventListener('focusin', play);
  const sight = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      sight.disconnect();
      play();
    }
  }, { threshold: 0.9 });
  sight.observe(card);
}

document.querySelectorAll('.card:has(.thumbnail)').forEach(bringToLife);
