/**
 * Code that all pages share: layout, messages after a redirect, dates, static files.
 */
@NullMarked
package app.frontrow.shared.web.page;

import org.jspecify.annotations.NullMarked;
