import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Around } from '../../main/resources/static/js/hosting/around.js';
import { Heights } from '../../main/resources/static/js/hosting/heights.js';
import {
  h5p, iframeResizer, secretIn, wordPress,
} from '../../main/resources/static/js/hosting/hosts.js';

/** A clock that a test turns. */
class Clock {
  now = 0;
  tasks = [];

  ground = {
    clock: () => this.now,
    later: (task, ms) => this.tasks.push({ task, at: this.now + ms }),
  };

  pass(ms) {
    const end = this.now + ms;
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.now = next.at;
      next.task();
    }
    this.now = end;
  }

  #due(end) {
    const next = this.tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    this.tasks = this.tasks.filter((each) => each !== next);
    return next;
  }
}

function heights() {
  const clock = new Clock();
  const told = [];
  return { clock, told,
    heights: new Heights((height) => told.push({ height, at: clock.now }), clock.ground) };
}

test('the first height is told at once, as a whole pixel that holds all', () => {
  const { heights: h, told } = heights();
  h.set(640.2);
  assert.deepEqual(told, [{ height: 641, at: 0 }]);
});

test('a change of less than four pixels is not told, one of four is', () => {
  const { heights: h, told, clock } = heights();
  [600, 603, 597, 600].forEach((height) => {
    h.set(height);
    clock.pass(500);
  });
  assert.equal(told.length, 1);
  h.set(604);
  clock.pass(500);
  assert.deepEqual(told.map(({ height }) => height), [600, 604]);
});

test('small changes are measured from what was told, so that they do not add up unheard', () => {
  const { heights: h, told, clock } = heights();
  [600, 602, 604, 606, 608].forEach((height) => {
    h.set(height);
    clock.pass(200);
  });
  assert.deepEqual(told.map(({ height }) => height), [600, 604, 608]);
});

test('the last pixels of a change are told with it, once', () => {
  const { heights: h, told, clock } = heights();
  h.set(600);
  clock.pass(500);
  [897, 899, 900].forEach((height) => {
    h.set(height);
    clock.pass(20);
  });
  clock.pass(500);
  assert.deepEqual(told.map(({ height }) => height), [600, 897, 900]);
  for (let i = 0; i < 100; i++) {
    h.set(900 + i % 3);
    clock.pass(20);
  }
  assert.equal(told.length, 3);
});

test('at most ten a second are told, and the last change gets through', () => {
  const { heights: h, told, clock } = heights();
  for (let i = 0; i <= 300; i++) {
    h.set(500 + 5 * i);
    clock.pass(10);
  }
  clock.pass(1000);
  assert.ok(told.length <= 32 && told.length >= 28, String(told.length));
  assert.ok(told.slice(1).every(({ at }, i) => at - told[i].at >= 100));
  assert.equal(told.at(-1).height, 2000);
});

test('nothing is told in an hour in which nothing changes', () => {
  const { heights: h, told, clock } = heights();
  h.set(600);
  for (let i = 0; i < 3600; i++) {
    h.set(600);
    clock.pass(1000);
  }
  assert.equal(told.length, 1);
  assert.deepEqual(clock.tasks, []);
});

test('who asks is told again, though not more often than anybody', () => {
  const { heights: h, told, clock } = heights();
  h.again();
  assert.deepEqual(told, []);
  h.set(600);
  for (let i = 0; i < 100; i++) {
    h.again();
    clock.pass(10);
  }
  assert.ok(told.length <= 11 && told.every(({ height }) => height === 600), String(told.length));
});

/** A frame's window, the page around it, and what that page has heard. */
function frame({ hash = '', origin = 'https://downhill.example' } = {}) {
  const heard = [];
  const listeners = {};
  const parent = { postMessage: (message, target) => heard.push({ message, target }) };
  const listen = (name, listener) => { listeners[name] = listener; };
  const window = { parent, origin, location: { hash }, addEventListener: listen,
    document: { addEventListener: listen } };
  let asked = 0;
  const around = new Around(window);
  around.followLinks();
  around.onAsked(() => {
    asked++;
    around.size({ width: 800, height: 640 });
  });
  return { around, heard, window,
    asked: () => asked,
    say: (data, source = parent) => listeners.message({ source, data }),
    hashIs: (now) => {
      window.location.hash = now;
      listeners.hashchange();
    },
    click(href, more = {}) {
      let prevented = false;
      const link = { href };
      listeners.click({ button: 0, target: { closest: () => link }, ...more,
        preventDefault: () => { prevented = true; } });
      return prevented;
    },
    messages: () => heard.splice(0).map(({ message }) => message) };
}

const OURS = { type: 'downhill:height', height: 640 };
const CANVAS = '{"subject":"lti.frameResize","height":640}';
const OPEN_EDX = { type: 'plugin.resize', payload: { width: 800, height: 640 } };

test('a page that gives no sign hears ours, Canvas’s as text, and Open edX’s', () => {
  const { around, messages } = frame();
  messages();
  around.size({ width: 800, height: 640 });
  assert.deepEqual(messages(), [OURS, CANVAS, OPEN_EDX]);
});

test('what is said unasked has no word that another host takes for its own', () => {
  const { around, messages } = frame();
  messages();
  around.size({ width: 800, height: 640 });
  messages().filter((message) => typeof message === 'object').forEach((message) => {
    ['secret', 'message', 'value', 'context', 'offset', 'subject', 'event_name']
      .forEach((word) => assert.equal(message[word], undefined));
  });
});

test('WordPress hears the height with its secret, and nobody does without', () => {
  const { around, messages } = frame({ hash: '#?secret=aB3dE6gH9j' });
  around.size({ width: 800, height: 640 });
  assert.deepEqual(messages().at(-1),
    { message: 'height', value: 640, secret: 'aB3dE6gH9j' });
  assert.equal(wordPress(() => null).size({ width: 1, height: 2 }), null);
});

test('a secret that comes later is told at once, and only WordPress’s letters are one', () => {
  const { hashIs, messages } = frame();
  messages();
  hashIs('#?secret=later12345');
  assert.equal(messages().filter(({ secret }) => secret === 'later12345').length, 1);
  assert.equal(secretIn('#?secret="]'), null);
  assert.equal(secretIn('#main'), null);
});

test('WordPress opens the pages that links lead to, and others leave links alone', () => {
  const { click, messages } = frame({ hash: '#?secret=abc' });
  messages();
  assert.equal(click('https://downhill.example/sims/roll'), true);
  assert.deepEqual(messages(),
    [{ message: 'link', value: 'https://downhill.example/sims/roll', secret: 'abc' }]);
  assert.equal(click('https://downhill.example/sims/roll', { ctrlKey: true }), false);
  assert.equal(click('https://downhill.example/', { target: { closest: () => null } }), false);
  const elsewhere = frame();
  assert.equal(elsewhere.click('https://downhill.example/'), false);
});

test('WordPress may ask by its secret, and by no other', () => {
  const { say, asked } = frame({ hash: '#?secret=abc' });
  say({ message: 'ready', secret: 'xyz' });
  assert.equal(asked(), 0);
  say({ message: 'ready', secret: 'abc' });
  assert.equal(asked(), 1);
});

test('H5P is greeted, and hears a height only once it has answered', () => {
  const { around, say, messages } = frame();
  assert.deepEqual(messages(), [{ context: 'h5p', action: 'hello' }]);
  around.size({ width: 800, height: 640 });
  assert.ok(messages().every((message) => message.context === undefined));
  say({ context: 'h5p', action: 'resize' });
  assert.deepEqual(messages(), []);
  say({ context: 'h5p', action: 'hello' });
  assert.deepEqual(messages().at(-1),
    { context: 'h5p', action: 'resize', height: 640, scrollHeight: 640 });
});

test('a frame without an origin does not greet H5P, whose answer could not reach it', () => {
  assert.deepEqual(frame({ origin: 'null' }).messages(), []);
});

test('iframe-resizer hears its own words, by the name that it gave', () => {
  const { say, messages } = frame();
  messages();
  say('[iFrameSizer]resize');
  assert.deepEqual(messages(), []);
  say('[iFrameSizer]sim-1:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent');
  assert.equal(messages().at(-1), '[iFrameSizer]sim-1:640:800:init');
  say('[iFrameSizer]resize');
  assert.equal(messages().at(-1), '[iFrameSizer]sim-1:640:800:resize');
  assert.equal(iframeResizer().size({ width: 800, height: 640 }), null);
});

test('only the page around the frame can ask, and it can only ask', () => {
  const { say, asked, messages } = frame();
  messages();
  say({ type: 'downhill:ask' }, { postMessage: () => {} });
  [null, undefined, 7, '', 'downhill:ask', [], {}, { type: 'downhill:height', height: 9 },
    { message: 'ready' }, { context: 'h5p', action: 'fullScreen' }, '[iFrameSizer]',
    '[iFrameSizer]a:b:c', { subject: 'lti.frameResize.response' }].forEach((data) => say(data));
  assert.equal(asked(), 0);
  assert.deepEqual(messages(), []);
  say({ type: 'downhill:ask' });
  assert.equal(asked(), 1);
});

test('H5P alone is not taken for a page that resizes', () => {
  const host = h5p();
  assert.equal(host.hears({ context: 'h5p', action: 'resize' }), false);
  assert.equal(host.size({ width: 1, height: 2 }), null);
});
