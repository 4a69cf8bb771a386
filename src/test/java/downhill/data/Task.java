package downhill.data;

import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.ScheduleKind;
import downhill.descent.Step;
import java.util.List;

/**
 * A training by plain descent of a network with one relu layer that tells kinds.
 *
 * @param table the name of its rows
 * @param hidden units of its relu layer
 * @param batch rows an update
 * @param rate the learning rate
 * @param rounds passes over the rows
 */
record Task(String table, int hidden, int batch, double rate, int rounds) {

  /**
   * The last round that it came to, with the loss and the accuracy over all rows, and the first.
   */
  record End(int rounds, double firstLoss, double loss, double accuracy) {}

  /** Trains it, and looks at the loss and the accuracy after every round. */
  End train(long seed) {
    Table rows = Tables.named(table).orElseThrow();
    Layer relu = new Layer(rows.width(), hidden, Activation.RELU);
    Layer shares = new Layer(hidden, rows.kinds().size(), Activation.SOFTMAX);
    Network network = new Network(List.of(relu, shares));
    NetworkLoss loss = new Experiment(rows, network, 0, seed).trainingLoss();
    Batches batches = new Batches(rows.rows(), batch, seed);
    Descent descent =
        new Descent(
            new Plan(
                loss,
                network.start(seed),
                List.of(new Plan.Leg(0, OptimizerKind.SGD.make(), rate)),
                ScheduleKind.CONSTANT.make(),
                batches,
                new Noise(0, seed),
                rounds,
                0,
                List::of,
                batches.updatesInPass()));
    Step step = descent.next();
    double firstLoss = step.loss();
    int right = loss.right(step.w());
    while (descent.hasNext()) {
      step = descent.next();
      right = loss.right(step.w());
    }
    return new End(step.k(), firstLoss, step.loss(), (double) right / rows.rows());
  }
}
