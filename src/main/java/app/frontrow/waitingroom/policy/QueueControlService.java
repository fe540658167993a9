package app.frontrow.waitingroom.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Reads and changes the controls of waiting rooms: capacity, rate, pause and drain. Every
 * instance reads a change within a second.
 */
@Service
public class QueueControlService {

	private static final Logger log = LoggerFactory.getLogger(QueueControlService.class);

	private final JdbcClient jdbc;

	private final QueueSettings settings;

	private final CatalogueQueryService catalogue;

	private final RetryingTransactionExecutor transactions;

	private final ApplicationEventPublisher events;

	private volatile Map<Long, QueueControl> controlsByConcert = Map.of();

	QueueControlService(JdbcClient jdbc, QueueSettings settings, CatalogueQueryService catalogue,
			RetryingTransactionExecutor transactions, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.catalogue = catalogue;
		this.transactions = transactions;
		this.events = events;
	}

	/**
	 * Returns the controls of the concert's waiting room.
	 * @throws NotFoundException if there is no such concert
	 */
	public QueueControl getControl(long concertId) {
		this.catalogue.getConcert(concertId);
		read();
		return findControl(concertId);
	}

	/**
	 * Changes the controls of the concert's waiting room.
	 * @throws NotFoundException if there is no such concert
	 * @throws InvalidInputException naming the first field that is out of bounds
	 */
	public QueueControl change(long concertId, QueueControl control) {
		this.catalogue.getConcert(concertId);
		control.check();
		this.transactions.run(() -> {
			QueueControl before = findControl(concertId);
			write(concertId, control);
			this.events.publishEvent(new QueueControlsChanged(concertId, before, control));
			return null;
		});
		read();
		return findControl(concertId);
	}

	/**
	 * Changes the controls, if they are still those that the caller has seen.
	 * @param seen tells whether these are the controls that the caller has seen
	 * @throws NotFoundException if there is no such concert
	 * @throws InvalidInputException naming the first field that is out of bounds
	 * @throws ControlsChangedException if somebody else has changed them meanwhile
	 */
	public QueueControl change(long concertId, Predicate<QueueControl> seen, QueueControl control) {
		this.catalogue.getConcert(concertId);
		control.check();
		this.transactions.run(() -> {
			QueueControl before = lock(concertId);
			if (!seen.test(before)) {
				throw new ControlsChangedException();
			}
			if (!before.equals(control)) {
				write(concertId, control);
				this.events.publishEvent(new QueueControlsChanged(concertId, before, control));
			}
			return null;
		});
		read();
		return findControl(concertId);
	}

	/**
	 * Locks the row of the controls. A first row is made, because it could not be locked.
	 */
	private QueueControl lock(long concertId) {
		this.jdbc
			.sql("insert into queue_controls (concert_id, capacity, admissions_per_second, mode)"
					+ " values (:concert, :capacity, :rate, 'OPEN') on duplicate key update concert_id = concert_id")
			.param("concert", concertId)
			.param("capacity", this.settings.capacity())
			.param("rate", this.settings.admissionsPerSecond())
			.update();
		return this.jdbc.sql("select * from queue_controls where concert_id = :concert for update")
			.param("concert", concertId)
			.query((row, number) -> read(row))
			.single();
	}

	private int write(long concertId, QueueControl control) {
		return this.jdbc
			.sql("replace into queue_controls (concert_id, capacity, admissions_per_second, mode, message)"
					+ " values (:concert, :capacity, :rate, :mode, :message)")
			.param("concert", concertId)
			.param("capacity", control.capacity())
			.param("rate", control.admissionsPerSecond())
			.param("mode", control.mode().name())
			.param("message", control.message())
			.update();
	}

	/** Returns the current terms of the queue. A deleted concert has no seats left. */
	public QueueTerms getTerms(long concertId) {
		QueueControl control = findControl(concertId);
		SaleTerms sale;
		try {
			sale = this.catalogue.getSaleTerms(concertId);
		}
		catch (NotFoundException gone) {
			sale = new SaleTerms(0, Instant.EPOCH, SaleStatus.ENDED);
		}
		return new QueueTerms(control.capacity(), control.admissionsPerSecond(), control.mode(), sale.seatsLeft(),
				sale.salesOpenAt(), sale.createdAt());
	}

	@Scheduled(fixedDelay = 700)
	void refresh() {
		try {
			read();
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The controls of the queues could not be read; the next run tries again", failure);
			}
		}
	}

	/** Returns the controls as this instance knows them, without a store. */
	public QueueControl findControl(long concertId) {
		return this.controlsByConcert.getOrDefault(concertId,
				new QueueControl(this.settings.capacity(), this.settings.admissionsPerSecond(), QueueMode.OPEN, null));
	}

	private void read() {
		this.controlsByConcert = this.jdbc
			.sql("select concert_id, capacity, admissions_per_second, mode, message from queue_controls")
			.query((row, number) -> Map.entry(row.getLong("concert_id"), read(row)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static QueueControl read(ResultSet row) throws SQLException {
		return new QueueControl(row.getInt("capacity"), row.getDouble("admissions_per_second"),
				QueueMode.valueOf(row.getString("mode")), row.getString("message"));
	}

}
