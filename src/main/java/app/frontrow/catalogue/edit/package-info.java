/**
 * Changes of concerts: their terms, what was changed, and why a change is refused.
 */
@NamedInterface("edit")
package app.frontrow.catalogue.edit;

import org.springframework.modulith.NamedInterface;
