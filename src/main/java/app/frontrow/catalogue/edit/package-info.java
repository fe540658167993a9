/**
 * Changes of concerts: their terms, what was changed, and why a change is refused.
 */
@NamedInterface("edit")
@NullMarked
package app.frontrow.catalogue.edit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
