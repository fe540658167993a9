/**
 * The texts of the site: help, terms and privacy.
 */
@NullMarked
package app.frontrow.office.web.text;

import org.jspecify.annotations.NullMarked;
