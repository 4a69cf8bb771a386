/** Lesson pages on which gradient descent comes alive. */
@NullMarked
package downhill;

import org.jspecify.annotations.NullMarked;
