/**
 * The pages with the texts of the site, for everybody.
 */
@NullMarked
package app.frontrow.site.web;

import org.jspecify.annotations.NullMarked;
