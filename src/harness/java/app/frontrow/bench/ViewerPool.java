package app.frontrow.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Members who are inside and look at dates and seats.
 */
final class ViewerPool {

	private final long concert;

	private final long show;

	private final List<Viewer> viewers = new ArrayList<>();

	private ViewerPool(long concert, long show) {
		this.concert = concert;
		this.show = show;
	}

	/** Takes these members in. */
	static ViewerPool letIn(BenchClient client, List<LoggedInMember> visitors, long concert, long show) {
		ViewerPool viewers = new ViewerPool(concert, show);
		for (LoggedInMember visitor : visitors) {
			String token = client.post("/api/v1/concerts/" + concert + "/queue-tokens", visitor.api(), null)
				.expectSuccess()
				.text("queueToken");
			viewers.viewers.add(new Viewer(visitor, token));
		}
		return viewers;
	}

	long concert() {
		return this.concert;
	}

	List<BenchRequest> seatsByApi() {
		return each((viewer) -> new BenchRequest("/api/v1/shows/" + this.show + "/seats",
				viewer.visitor.api(viewer.queueToken)));
	}

	List<BenchRequest> seatsPage() {
		return pages("/shows/" + this.show + "/seats");
	}

	/** As a page asks that has the present state already. */
	List<BenchRequest> seatStates(BenchClient client) {
		return pages("/shows/" + this.show + "/seats/states").stream().map((request) -> {
			Map<String, String> headers = new HashMap<>(request.headers());
			headers.put("If-None-Match", client.get(request).expectSuccess().tag());
			return new BenchRequest(request.path(), headers);
		}).toList();
	}

	List<BenchRequest> datesPage() {
		return pages("/concerts/" + this.concert + "/shows");
	}

	List<BenchRequest> balance() {
		return each((viewer) -> new BenchRequest("/api/v1/wallet", viewer.visitor.api()));
	}

	List<BenchRequest> reservations() {
		return each((viewer) -> new BenchRequest("/api/v1/reservations", viewer.visitor.api()));
	}

	private List<BenchRequest> pages(String path) {
		return each((viewer) -> {
			Map<String, String> headers = viewer.visitor.page(this.concert, viewer.queueToken);
			return new BenchRequest(path, headers);
		});
	}

	private List<BenchRequest> each(Function<Viewer, BenchRequest> request) {
		return this.viewers.stream().map(request).toList();
	}

	private record Viewer(LoggedInMember visitor, String queueToken) {
	}

}
