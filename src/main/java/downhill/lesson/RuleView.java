package downhill.lesson;

import java.util.List;

/**
 * What moves the ball, where it is not plain descent at a steady rate.
 *
 * @param name the optimizer's name
 * @param steady whether each step is the slope times one and the same rate, give or take noise:
 *     what the bands of the ground say holds
 * @param sentences what each part does: the optimizer, the schedule, the noise
 * @param plainly the short form of the same run by plain descent
 */
record RuleView(String name, boolean steady, List<String> sentences, String plainly) {}
