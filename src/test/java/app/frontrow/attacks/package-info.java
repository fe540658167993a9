/**
 * Attacks: ids of other members, additional fields, steps out of order, secrets in logs.
 */
package app.frontrow.attacks;
