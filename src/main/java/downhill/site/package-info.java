/** What every address shares: headers, error pages, hashed assets, the ground of connections. */
@NullMarked
package downhill.site;

import org.jspecify.annotations.NullMarked;
