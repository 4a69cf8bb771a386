package downhill.run;

import downhill.descent.Verdict;

/**
 * How a run ended.
 *
 * @param verdict in one word
 * @param k the last step
 * @param message one plain sentence for a reader who has never heard the word
 */
public record Ending(Verdict verdict, int k, String message) {}
