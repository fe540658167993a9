package app.frontrow.catalogue.filter;

import java.time.YearMonth;
import java.util.List;

/**
 * What the list of concerts can be filtered by.
 *
 * @param months with shows to come, in order
 * @param venues of concerts that are not over, by name; those with the most concerts if
 * there are many venues
 */
public record FilterOptions(List<YearMonth> months, List<String> venues) {
}
