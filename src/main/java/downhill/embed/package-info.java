/** A sim alone in the frame of a page of another's. */
@NullMarked
package downhill.embed;

import org.jspecify.annotations.NullMarked;
