/**
 * Limits how often one member or one address may do something.
 */
package app.frontrow.shared.limit;
