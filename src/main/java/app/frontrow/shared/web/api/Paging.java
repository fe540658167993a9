package app.frontrow.shared.web.api;

import app.frontrow.shared.PageOf;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;

/**
 * The page of a list that the caller asks for.
 *
 * @param page number of the page, from 0; 0 if the caller names none
 * @param size items on a page, 1 to 100; 20 if the caller names none
 */
@ParameterObject
public record Paging(@Min(0) @Max(Paging.LAST_PAGE) Integer page, @Min(1) @Max(PageOf.MAX_SIZE) Integer size) {

	/** The highest page number that a caller may ask for. */
	public static final int LAST_PAGE = 100_000;

	private static final Paging FIRST_PAGE = new Paging(0, PageOf.DEFAULT_SIZE);

	/**
	 * Uses the default for each missing parameter. Spring passes null for it.
	 */
	public Paging {
		page = (page != null) ? page : 0;
		size = (size != null) ? size : PageOf.DEFAULT_SIZE;
	}

	/**
	 * Returns the first page with the default size.
	 */
	public static Paging firstPage() {
		return FIRST_PAGE;
	}

}
