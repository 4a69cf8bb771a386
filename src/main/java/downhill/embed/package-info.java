/** A sim in anyone's page: in a frame, by what is copied there, and by oEmbed. */
@NullMarked
package downhill.embed;

import org.jspecify.annotations.NullMarked;
