/** The mathematics: what is walked down, by which rule, at which rate, and how it ended. */
@NullMarked
package downhill.descent;

import org.jspecify.annotations.NullMarked;
