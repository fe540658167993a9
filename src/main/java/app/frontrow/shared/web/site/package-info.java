/**
 * The public address of the site.
 */
@NullMarked
package app.frontrow.shared.web.site;

import org.jspecify.annotations.NullMarked;
