/**
 * Members as the staff finds and reads them. Each look is told to other modules.
 */
@NamedInterface("lookup")
package app.frontrow.members.lookup;

import org.springframework.modulith.NamedInterface;
