/** A formula as people write it, read into an objective with its exact gradient. */
@NullMarked
package downhill.formula;

import org.jspecify.annotations.NullMarked;
