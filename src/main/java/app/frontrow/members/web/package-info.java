/**
 * API of accounts.
 */
@NullMarked
package app.frontrow.members.web;

import org.jspecify.annotations.NullMarked;
