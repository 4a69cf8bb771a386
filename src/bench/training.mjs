/**
 * Times the same trainings in TensorFlow.js on its plain CPU backend, as its guides write them.
 *
 * Usage: node training.mjs FOLDER, where TrainingBenchmark has written the tables and
 * `@tensorflow/tfjs` is installed.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const folder = resolve(process.argv[2]);
console.warn = () => {};
console.info = () => {};
const log = console.log;
console.log = () => {};
const tf = createRequire(join(folder, 'package.json'))('@tensorflow/tfjs');

/** A whole training: scaling, network, rounds, after each the loss and accuracy over all. */
async function train(task) {
  const raw = tf.tensor2d(task.x);
  const { mean, variance } = tf.moments(raw, 0);
  const deviation = variance.sqrt();
  const x = raw.sub(mean).div(deviation.where(deviation.greater(0), tf.onesLike(deviation)));
  const y = tf.oneHot(tf.tensor1d(task.y, 'int32'), task.kinds);
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [x.shape[1]], units: task.hidden, activation: 'relu' }),
      tf.layers.dense({ units: task.kinds, activation: 'softmax' }),
    ],
  });
  const optimizer = tf.train.sgd(0.1);
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { history } = await model.fit(x, y, {
    epochs: task.rounds,
    batchSize: task.batch,
    shuffle: true,
    validationData: [x, y],
    verbose: 0,
    yieldEvery: 'never',
  });
  tf.dispose([raw, mean, variance, deviation, x, y]);
  model.dispose();
  return [history.val_loss.at(-1), history.val_acc.at(-1)];
}

async function measure(name, table, warmUps, times) {
  const task = JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8'));
  for (let i = 0; i < warmUps; i++) {
    await train(task);
  }
  const millis = [];
  const busy = [];
  let last;
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    const worked = process.cpuUsage();
    last = await train(task);
    const { user, system } = process.cpuUsage(worked);
    millis.push(performance.now() - begun);
    busy.push((user + system) / 1e3);
  }
  const medians = [millis, busy].map((each) => each.sort((a, b) => a - b)[times >> 1].toFixed(3));
  log(name, 'tfjs-cpu', ...medians, ...last.map((each) => each.toFixed(4)));
}

await tf.setBackend('cpu');
await measure('small', 'fruits', 3, 9);
await measure('large', 'digits', 2, 5);
