/**
 * Members as the staff finds and reads them. Each look is told to other modules.
 */
@NamedInterface("lookup")
@NullMarked
package app.frontrow.members.lookup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
