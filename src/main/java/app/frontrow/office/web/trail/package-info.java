/**
 * The page and the API of the trail.
 */
@NullMarked
package app.frontrow.office.web.trail;

import org.jspecify.annotations.NullMarked;
