/**
 * Access to MySQL and Redis: transactions, key ranges and detection of outages.
 */
package app.frontrow.shared.store;
