import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { EndingTeller } from '../../main/resources/static/js/describe/ending-teller.js';
import { Messages } from '../../main/resources/static/js/describe/messages.js';
import { Speaker } from '../../main/resources/static/js/describe/speaker.js';
import { StepTeller } from '../../main/resources/static/js/describe/step-teller.js';
import { Journey } from '../../main/resources/static/js/model/journey.js';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';
import { descend, shared, specOf } from './sources.js';

const patterns = Object.fromEntries(
  readFileSync(new URL('../../main/resources/messages.properties', import.meta.url), 'utf8')
    .split('\n').filter((line) => line.startsWith('js.'))
    .map((line) => [line.slice(3, line.indexOf('=')).trim(),
      line.slice(line.indexOf('=') + 1).trim()]));
const messages = new Messages(patterns);
const numbers = new Numbers('en');
const text = (pieces) => pieces.map((piece) => piece.text).join('');

test('a step is told as a person would', () => {
  const steps = [
    { k: 6, w: [1.24], loss: 1.5376, gradient: [2.48] },
    { k: 7, w: [0.992], loss: 0.984, gradient: [1.984] },
  ];
  assert.equal(text(new StepTeller(messages, numbers).sentence(steps[1], steps[0])),
    'Step 7: w is 0.99, the slope is 1.98 and rises to the right, loss down 36%.');
});

test('the ground is flat where the service says so too', () => {
  const teller = new StepTeller(messages, numbers);
  shared('slopes').forEach(({ slope, words }) => {
    const said = text(teller.sentence({ k: 0, w: [1], loss: 1, gradient: [slope] }));
    assert.ok(said.includes(words), `${said} of ${slope}`);
  });
});

test('each symbol in a sentence is marked', () => {
  const [first] = descend(specOf(0.1)).steps;
  const symbols = new StepTeller(messages, numbers).sentence(first).map((piece) => piece.symbol);
  assert.deepEqual(symbols.filter(Boolean), ['w', 'gradient', 'loss']);
});

/** The remark about the last of some steps, each given as [w, slope, loss, rate]. */
function remarkOn(...steps) {
  const [first, ...more] = steps.map(([w, slope, loss, learningRate = 0.1], k) =>
    ({ k, w: [w], loss, gradient: [slope], learningRate }));
  const journey = new Journey(first);
  journey.append(more);
  const teller = new StepTeller(messages, numbers);
  const k = more.length;
  const said = text(teller.sentence(journey.step(k), journey.step(k - 1)));
  return text(teller.sentenceAndRemark(journey, k)).slice(said.length).trim();
}

test('a remark claims only what is so', () => {
  const across = 'remark.across';
  [
    ['loss up 68 % on the other side', `${across}.higher`,
      [0, -2, 2], [1, -2, 1], [1.9, 3, 1.68]],
    ['a longer step across, yet lower', `${across}.lower`, [0, -1, 2], [0.1, -3, 1], [2, 1, 0.5]],
    ['a little lower', `${across}.lower.little`, [0, -1, 2], [1, -3, 1], [2, 1, 0.91]],
    ['no more than a little lower', `${across}.lower`, [0, -1, 2], [1, -3, 1], [2, 1, 0.89]],
    ['a little higher', `${across}.higher.little`, [0, -1, 2], [1, -3, 1], [2, 1, 1.09]],
    ['as high', `${across}.level`, [0, -1, 2], [1, -3, 1], [2, 3, 1]],
    ['losses below nought', `${across}.higher`, [0, -1, 2], [1, -3, -1], [2, 3, -0.5]],
    ['across in the first step', `${across}.lower`, [0, -1, 2], [2, 1, 1]],
    ['turned back, yet the ground slopes as before', null, [0, -1, 2], [2, -3, 1], [1, -1, 0.9]],
    ['−0.12 to −1.46 after a shorter step', null, [0, -0.2, 2], [2, -0.12, 1], [3, -1.46, 0.5]],
    ['−0.12 to −1.46 after a longer step', 'remark.longer',
      [0, -0.1, 2], [1, -0.12, 1], [2.2, -1.46, 0.5]],
    ['the slope fell while the step grew', null, [0, -1, 2], [1, -3, 1], [4, -2, 0.5]],
    ['both fell', 'remark.shorter', [0, -3, 2], [3, -2, 1], [5, -1, 0.5]],
    ['shorter by a calmer rate', null, [0, -3, 2, 1], [3, -2, 1, 1], [3.2, -1, 0.5, 0.1]],
    ['hardly any change', null, [0, -3, 2], [3, -2.99, 1], [5.99, -2.98, 0.5]],
    ['no numbers left', null, [0, -3, 2], [3, -2, 1], [5, NaN, NaN]],
  ].forEach(([what, key, ...steps]) =>
    assert.equal(remarkOn(...steps), key ? patterns[key] : '', what));
});

test('notices what the steps of a real descent do', () => {
  const remark = (rate) => {
    const { steps } = descend(specOf(rate));
    const journey = new Journey(steps[0]);
    journey.append(steps.slice(1, 6));
    return text(new StepTeller(messages, numbers).sentenceAndRemark(journey, 4));
  };
  assert.ok(remark(0.1).endsWith(patterns['remark.shorter']));
  assert.ok(remark(0.4).endsWith(patterns['remark.across.lower']));
  assert.ok(remark(0.6).endsWith(patterns['remark.across.higher']));
});

test('a missing sentence is an error', () => {
  assert.throws(() => messages.text('no.such'), /no\.such/);
});

test('the guess which is down first is answered in full', () => {
  const teller = new EndingTeller(messages, numbers);
  const guess = { what: '1', steps: 9 };
  const tell = (graded) => teller.guessFirst({ count: null, ...graded }, guess, ['0.1', '0.2', '0.3']);
  assert.equal(tell({ right: true, winners: [1], k: 4 }),
    'You guessed it. The rate of 0.2 was down first, at step 4.');
  assert.equal(tell({ right: true, winners: [1, 2], k: 4, count: 'fewer' }),
    'You guessed it. The rates of 0.2 and 0.3 were down first together, at step 4. '
      + 'You said about 9 steps; it took fewer: 4.');
  assert.equal(tell({ right: false, winners: [], k: null }),
    'Not this time. None of them came down.');
  assert.equal(tell({ right: null, winners: [0], k: 4 }), '');
});

test('every guess and every count has its sentence', () => {
  const teller = new EndingTeller(messages, numbers);
  for (const did of ['crawls', 'rolls', 'zig-zags', 'flies']) {
    for (const count of ['close', 'fewer', 'more']) {
      for (const right of [true, false]) {
        const said = teller.guess({ right, did, count, k: 57 }, { what: 'rolls', steps: 30 });
        assert.ok(said.includes('57') && !said.includes('{'));
      }
    }
  }
});

test('no sentence of the scripts shouts or is left open', () => {
  Object.values(patterns).forEach((pattern) => {
    assert.ok(pattern.length > 0);
    assert.doesNotMatch(pattern, /!|'|simply|obviously/);
  });
});

test('speaks no more often than every second and a half, and always last', () => {
  const heard = [];
  const due = [];
  let now = 0;
  const speaker = new Speaker((sentence) => heard.push({ now, sentence }), {
    clock: () => now,
    later: (task, ms) => due.push({ at: now + ms, task }),
  });
  for (now = 0; now < 5000; now += 100) {
    due.splice(0).forEach((wait) => (wait.at <= now ? wait.task() : due.push(wait)));
    if (now <= 4000) {
      speaker.say(`at ${now}`);
    }
  }
  due.forEach((wait) => { now = wait.at; wait.task(); });
  heard.slice(1).forEach((each, i) => assert.ok(each.now - heard[i].now >= 1500));
  assert.equal(heard.at(-1).sentence, 'at 4000');
});

test('what must not be left out is heard among sentences that come fast', () => {
  const heard = [];
  const due = [];
  let now = 0;
  const speaker = new Speaker((sentence) => heard.push(sentence), {
    clock: () => now,
    later: (task) => due.push(task),
  });
  speaker.say('first');
  now = 100;
  speaker.insist('back');
  speaker.say('second');
  speaker.say('third');
  now = 1500;
  due.forEach((task) => task());
  assert.deepEqual(heard, ['first', 'back third']);
});
