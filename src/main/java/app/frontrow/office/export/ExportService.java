package app.frontrow.office.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.office.export.file.RowWriter;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.store.DatabaseTimeConverter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Writes exports. Most of them contain personal data, so each export adds an entry to the
 * trail before its first byte.
 */
@Service
public class ExportService {

	/** The largest number of exports at a time. Sales need the other connections. */
	static final int AT_A_TIME = 3;

	private static final int RETRY_AFTER_SECONDS = 30;

	private static final Instant BEGINNING = Instant.parse("1970-01-02T00:00:00Z");

	private final Map<ExportKind, ExportTable> tables;

	private final StaffAccessService staff;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	private final JdbcClient jdbc;

	private final MessageSource messages;

	private final Semaphore turns = new Semaphore(AT_A_TIME);

	ExportService(List<ExportTable> tables, StaffAccessService staff, TrailService trail,
			RetryingTransactionExecutor transactions, JdbcClient jdbc, MessageSource messages) {
		this.tables = tables.stream().collect(Collectors.toMap(ExportTable::kind, Function.identity()));
		this.staff = staff;
		this.trail = trail;
		this.transactions = transactions;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/**
	 * Writes a file.
	 * @param locale the language of the column names
	 * @param out is opened after all checks
	 * @throws AccessDeniedException if the member may not have this kind
	 * @throws NotFoundException if the member's roles do not cover the concert
	 * @throws InvalidInputException if the range ends before it begins
	 * @throws TooManyRequestsException if too many files are being written
	 */
	public void write(Member member, ExportRequest request, Locale locale, OutputOpener out) throws IOException {
		ExportRange range = createRange(member, request);
		if (!this.turns.tryAcquire()) {
			throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
		}
		try {
			note(request);
			write(request, range, locale, out.open());
		}
		finally {
			this.turns.release();
		}
	}

	private void write(ExportRequest request, ExportRange range, Locale locale, OutputStream out) throws IOException {
		ExportTable table = Objects.requireNonNull(this.tables.get(request.kind()));
		RowWriter rows = request.format().begin(out, request.kind().code());
		rows.write(table.columns()
			.stream()
			.map((column) -> this.messages.getMessage("office.export.column." + column, null, locale))
			.toList());
		table.write(range, rows);
		rows.finish();
	}

	private ExportRange createRange(Member member, ExportRequest request) {
		StaffScope scope = this.staff.getScope(member.id(), request.kind().roles());
		if (scope.isEmpty()) {
			throw new AccessDeniedException("The roles do not allow this export");
		}
		if (request.concertId() != null && !(scope.covers(request.concertId()) && exists(request.concertId()))) {
			throw new NotFoundException();
		}
		Instant from = (request.from() != null) ? request.from() : BEGINNING;
		Instant to = (request.to() != null) ? request.to() : now();
		if (to.isBefore(from)) {
			throw new InvalidInputException("to", "range-order");
		}
		return new ExportRange(concerts(request, scope), from, to);
	}

	private static @Nullable List<Long> concerts(ExportRequest request, StaffScope scope) {
		if (request.concertId() != null) {
			return List.of(request.concertId());
		}
		return scope.isEverything() ? null : scope.concertIds().stream().sorted().toList();
	}

	private void note(ExportRequest request) {
		Map<String, Object> what = new HashMap<>();
		what.put("format", request.format().ending());
		what.put("from", request.from());
		what.put("to", request.to());
		this.transactions.run(() -> {
			this.trail.record(TrailKind.EXPORTED, "export:" + request.kind().code(), request.concertId(), null, what,
					null);
			return null;
		});
	}

	private boolean exists(long concertId) {
		return this.jdbc.sql("select count(*) from concerts where id = :id")
			.param("id", concertId)
			.query(Long.class)
			.single() > 0;
	}

	private Instant now() {
		return this.jdbc.sql("select utc_timestamp(6) as db_time")
			.query((row, number) -> DatabaseTimeConverter.readInstant(row, "db_time"))
			.single();
	}

	/**
	 * Opens the stream of the answer.
	 */
	@FunctionalInterface
	public interface OutputOpener {

		OutputStream open() throws IOException;

	}

}
