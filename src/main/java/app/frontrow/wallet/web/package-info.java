/**
 * Page and API of the wallet.
 */
@NullMarked
package app.frontrow.wallet.web;

import org.jspecify.annotations.NullMarked;
