package app.frontrow.office.web.showchange;

import java.util.UUID;

import app.frontrow.booking.ShowOrderService.Sales;
import app.frontrow.office.showchange.ShowJob;
import jakarta.annotation.Nullable;

/**
 * The progress of the work on the orders of a cancelled or moved show.
 *
 * @param id null for a preview
 * @param total paid orders
 * @param sum won that were refunded; in the preview of a cancellation, that would be
 * refunded
 * @param status {@code PREVIEW}, {@code RUNNING} or {@code DONE}
 */
record ShowJobView(@Nullable UUID id, int total, int done, int failed, long sum, String status) {

	static ShowJobView of(ShowJob job) {
		return new ShowJobView(job.id(), job.total(), job.done(), job.failed(), job.sum(), job.status().name());
	}

	static ShowJobView preview(Sales sales, boolean refunds) {
		return new ShowJobView(null, sales.orders(), 0, 0, refunds ? sales.sum() : 0, "PREVIEW");
	}

}
