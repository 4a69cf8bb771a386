/** A run as a short program in another language that gives the same numbers. */
@NullMarked
package downhill.program;

import org.jspecify.annotations.NullMarked;
