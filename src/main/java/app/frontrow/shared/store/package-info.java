/**
 * Access to MySQL and Redis: transactions, key ranges, and how an outage is recognized.
 */
package app.frontrow.shared.store;
