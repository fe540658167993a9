/**
 * HTTP below controllers: access rules, addresses of clients, headers, cookies, filters.
 */
package app.frontrow.shared.web.http;
