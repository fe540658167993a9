/**
 * The state of a queue over the API, the same for everybody.
 */
@NullMarked
package app.frontrow.waitingroom.web.edge;

import org.jspecify.annotations.NullMarked;
