package app.frontrow.catalogue.web;

import java.util.Map;
import java.util.Set;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.JsonCache;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for concerts before sessions and security run, because the answers are
 * the same for everybody. It asks the catalogue each time and caches only the JSON. It
 * does not answer searches for a text, because {@link ConcertApiController} limits them.
 */
class ConcertReadFilter extends EarlyAnswerFilter {

	static final String LIST = ApiPaths.V1 + "/concerts";

	private static final String CONCERT = LIST + "/";

	private static final Set<String> PARAMETERS = Set.of("status", "page", "size");

	private final CatalogueQueryService catalogue;

	private final JsonCache json;

	ConcertReadFilter(CatalogueQueryService catalogue, JsonCache json) {
		this.catalogue = catalogue;
		this.json = json;
	}

	@Override
	protected @Nullable Answer answer(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (path.equals(LIST)) {
			return list(request.getParameterMap());
		}
		long id = path.startsWith(CONCERT) ? parseWholeNumber(path.substring(CONCERT.length())) : -1;
		return (id >= 0) ? concert(id) : null;
	}

	private @Nullable Answer list(Map<String, String[]> parameters) {
		if (!PARAMETERS.containsAll(parameters.keySet())
				|| parameters.values().stream().anyMatch((values) -> values.length != 1)) {
			return null;
		}
		String[] statusName = parameters.get("status");
		SaleStatus status = (statusName != null) ? status(statusName[0]) : null;
		long page = number(parameters.get("page"), 0, Paging.LAST_PAGE);
		long size = number(parameters.get("size"), PageOf.DEFAULT_SIZE, PageOf.MAX_SIZE);
		if ((statusName != null && status == null) || page < 0 || size < 1) {
			return null;
		}
		return new Answer(LIST, this.json.write(this.catalogue.search(null, status, (int) page, (int) size)));
	}

	private @Nullable Answer concert(long id) {
		try {
			return new Answer(LIST + "/{id}", this.json.write(this.catalogue.getConcert(id)));
		}
		catch (NotFoundException gone) {
			return null;
		}
	}

	private static @Nullable SaleStatus status(String name) {
		for (SaleStatus status : SaleStatus.values()) {
			if (status.name().equals(name)) {
				return status;
			}
		}
		return null;
	}

	/** Returns -1 if the value is not a whole number or is too large. */
	private static long number(String @Nullable [] values, long otherwise, long limit) {
		long number = (values != null) ? parseWholeNumber(values[0]) : otherwise;
		return (number <= limit) ? number : -1;
	}

}
