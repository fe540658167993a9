/**
 * The page and the addresses of exports.
 */
@NullMarked
package app.frontrow.office.web.export;

import org.jspecify.annotations.NullMarked;
