/**
 * Rules for text that people enter.
 */
package app.frontrow.shared.text;
