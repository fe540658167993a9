/**
 * HTTP code that runs before controllers: access rules, client addresses, headers,
 * cookies and filters.
 */
package app.frontrow.shared.web.http;
