/**
 * Changes of concerts: their options, events about them, and refusals.
 */
@NamedInterface("edit")
@NullMarked
package app.frontrow.catalogue.edit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
