package app.frontrow.demo;

import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Steers the waiting rooms as the ticket office can, so that the demo's sales need the
 * same time whatever capacity and rate are set.
 */
class DemoQueueSteering {

	private static final QueueControl WIDE = new QueueControl(1_000, 10_000, QueueMode.OPEN, null);

	private final QueueControlService controls;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	DemoQueueSteering(QueueControlService controls, JdbcClient jdbc, TransactionTemplate transaction) {
		this.controls = controls;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Lets in at once everybody who comes to this concert. */
	void openWide(long concertId) {
		this.controls.change(concertId, WIDE);
	}

	/**
	 * Lets the settings decide again. The product has no such call: its office only
	 * replaces one control by another.
	 */
	void followSettings() {
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql("delete from queue_controls").update());
	}

}
