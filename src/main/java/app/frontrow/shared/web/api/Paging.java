package app.frontrow.shared.web.api;

import app.frontrow.shared.PageOf;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which page of a list the caller wants.
 *
 * @param page number of the page, from 0; 0 when absent
 * @param size items on a page, 1 to 100; 20 when absent
 */
@ParameterObject
public record Paging(@Min(0) @Max(Paging.LAST_PAGE) Integer page, @Min(1) @Max(PageOf.MAX_SIZE) Integer size) {

	/** The highest number of a page. */
	public static final int LAST_PAGE = 100_000;

	private static final Paging FIRST_PAGE = new Paging(null, null);

	/**
	 * Fills in what the caller left out.
	 */
	public Paging {
		page = (page != null) ? page : 0;
		size = (size != null) ? size : PageOf.DEFAULT_SIZE;
	}

	/**
	 * The first page with as many items as usual.
	 */
	public static Paging firstPage() {
		return FIRST_PAGE;
	}

}
