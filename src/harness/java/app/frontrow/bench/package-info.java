/**
 * Measures whole requests over HTTP beside yardsticks of the same stack. Run by
 * {@code script/bench}.
 */
package app.frontrow.bench;
