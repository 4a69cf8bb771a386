/** Data sets, and the objectives over them: the mean of a loss over the examples. */
@NullMarked
package downhill.data;

import org.jspecify.annotations.NullMarked;
