import { MapTeller } from '../describe/map-teller.js';
import { MapReader } from '../view/map-reader.js';
import { isWithout, part, write } from '../view/parts.js';
import { save } from '../view/save.js';
import { SurfaceMap } from '../view/surface-map.js';
import { Tilting } from './tilting.js';

/** The map that several runs share: drawn once a frame; flat, it is read by pointer and keys. */
export class MapView {
  #stage;
  #surface;
  #teller;
  #reader;
  #startHere;
  #hint;
  #names;
  #scene = { runs: [], moving: false, cross: null };

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {import('../model/surface.js').Surface} surface
   * @param {Object[]} looks how each run looks, see `SurfaceMap`
   * @param {string} [kind] of the messages that read it
   */
  constructor(stage, surface, looks, kind = 'place') {
    const { element, panels, tools: { messages, numbers } } = stage;
    const host = part(element, 'picture');
    this.#stage = stage;
    this.#surface = surface;
    this.#hint = part(element, 'reading').textContent;
    this.#teller = new MapTeller(messages, numbers, kind);
    this.#names = { lowest: messages.text('map.lowest'), start: messages.text('map.start'),
      across: messages.text(`tilt.${kind}.across`), up: messages.text(`tilt.${kind}.up`) };
    this.map = new SurfaceMap(host, looks);
    this.tilting = new Tilting(stage, { looks, surface, names: this.#names,
      onTilt: () => this.#tilt() });
    this.showGround();
    this.#scene.runs = panels.map(({ ride }) => ({ journey: ride.journey, upTo: 0, next: null }));
    const start = (w) => {
      if (!isWithout(element, 'start')) {
        stage.moveStart(panels[0].place(w));
        this.#words();
      }
    };
    this.#reader = new MapReader(part(element, 'map-reader'), { map: this.map, surface,
      on: { read: () => this.#read(), start } });
    this.#startHere = part(element, 'start-here');
    this.#startHere?.addEventListener('click', () => this.#reader.w && start(this.#reader.w));
    // The reading is to outlast the way from the map to this button.
    this.#startHere?.addEventListener('pointerdown', (event) => event.preventDefault());
    part(element, 'map-png')?.addEventListener('click',
      () => save('downhill-map.png', this.#shown.toPng()));
  }

  /** Shows the surface as it is now. */
  showGround() {
    this.map.setSurface(this.#surface, this.#names);
    this.tilting.showGround();
    this.#reader?.leave();
  }

  /** Draws the runs. @param {boolean} rolling */
  frame(rolling) {
    const { outing, panels } = this.#stage;
    panels.forEach(({ ride, arrows }, i) => {
      const run = this.#scene.runs[i];
      run.journey = ride.journey;
      run.upTo = outing.positionOf(ride);
      run.next = rolling || arrows ? null : ride.journey.step(Math.floor(run.upTo) + 1)?.w ?? null;
      run.arrows = arrows;
    });
    this.#scene.moving = rolling;
    this.#scene.cross = this.#reader.w;
    this.#shown.draw(this.#scene);
  }

  /** Writes what is read, or may be. */
  words() {
    this.#words();
  }

  /** What draws it. */
  get #shown() {
    return this.tilting.map ?? this.map;
  }

  #read() {
    this.#scene.cross = this.#reader.w;
    this.#shown.draw(this.#scene);
    this.#words();
  }

  /** Values are read on the flat map: a cross on a slope seen aslant is hard to place. */
  #tilt() {
    part(this.#stage.element, 'map-reader').hidden = this.tilting.map !== null;
    this.#reader.leave();
  }

  #words() {
    const { w } = this.#reader;
    const { spec } = this.#stage.panels[0].ride;
    const words = w === null ? this.#hint
      : this.#teller.reading(w, this.#surface.lossAt(w), this.#surface.slopeAt(w));
    this.#reader.render(spec.start, words);
    write(part(this.#stage.element, 'reading'), this.tilting.words || words);
    if (this.#startHere) {
      this.#startHere.hidden = w === null;
    }
  }
}
