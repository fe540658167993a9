/**
 * HTTP code that runs before controllers: access rules, client addresses, headers,
 * cookies and filters.
 */
@NullMarked
package app.frontrow.shared.web.http;

import org.jspecify.annotations.NullMarked;
