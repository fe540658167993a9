/**
 * What modules keep of a person, for the export and for the end of an account.
 */
@NamedInterface("data")
package app.frontrow.members.data;

import org.springframework.modulith.NamedInterface;
