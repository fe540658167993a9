package app.frontrow.booking.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;
import app.frontrow.wallet.WalletAuditService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks that no seat was sold twice and no money was lost or invented. It compares
 * wallets, seats, reservations, payments, tickets and the ledger page by page, names the
 * differences and changes nothing.
 * <p>
 * Each page is a short transaction that sees one state of the database. It compares only
 * rows that change in one transaction, so a purchase at the same time is no difference.
 * Two pages may see two states.
 */
@Service
public class ReconciliationChecker {

	/**
	 * The number of rows of a page. MariaDB makes a temporary table of a list of 1000
	 * ids, so a page is smaller.
	 */
	public static final int PAGE_SIZE = 500;

	private final SeatAuditService seats;

	private final WalletAuditService wallets;

	private final PaymentAuditRepository payments;

	private final TicketAuditRepository tickets;

	private final RefundAuditRepository refunds;

	private final StaffSeatAuditRepository staffSeats;

	private final Clock clock;

	private final TransactionTemplate snapshot;

	ReconciliationChecker(SeatAuditService seats, WalletAuditService wallets, PaymentAuditRepository payments,
			TicketAuditRepository tickets, RefundAuditRepository refunds, StaffSeatAuditRepository staffSeats,
			Clock clock, PlatformTransactionManager transactions) {
		this.seats = seats;
		this.wallets = wallets;
		this.payments = payments;
		this.tickets = tickets;
		this.refunds = refunds;
		this.staffSeats = staffSeats;
		this.clock = clock;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * Checks all rows now. The time grows with the size of the database.
	 * @return the report; it has at most 100 differences of each check
	 */
	public Report checkAll() {
		Instant begun = this.clock.instant();
		Map<String, List<Discrepancy>> found = new LinkedHashMap<>();
		Optional<Position> position = Optional.of(Position.START);
		while (position.isPresent()) {
			Page page = checkPage(position.get(), PAGE_SIZE);
			page.differences().forEach((difference) -> {
				List<Discrepancy> ofCheck = found.computeIfAbsent(difference.check(), (check) -> new ArrayList<>());
				if (ofCheck.size() < Discrepancy.MAX_PER_CHECK) {
					ofCheck.add(difference);
				}
			});
			position = page.next();
		}
		List<Discrepancy> differences = found.values().stream().flatMap(List::stream).toList();
		return new Report(begun, differences.isEmpty(), differences);
	}

	/**
	 * Checks one page of rows in one state of the database.
	 * @param from where the page before ended
	 * @param rows how many rows the page should have; all rows of the last member, show
	 * or payment belong to the page
	 */
	public Page checkPage(Position from, int rows) {
		return this.snapshot.execute((status) -> switch (from.part()) {
			case MEMBERS -> checkMembers(from, rows);
			case SHOWS -> checkShows(from, rows);
			case RESERVATIONS -> checkReservations(from, rows);
			case PAYMENTS -> checkPayments(from, rows);
		});
	}

	private Page checkMembers(Position from, int rows) {
		KeyRange members = this.wallets.findNextMembers(from.after(), rows);
		return new Page(this.wallets.findWrongBalances(members), from.next(members));
	}

	private Page checkShows(Position from, int rows) {
		KeyRange shows = this.seats.findNextShows(from.after(), rows);
		long after = SeatAuditService.firstShow(shows.after());
		long to = SeatAuditService.lastShow(shows);
		List<Discrepancy> differences = new ArrayList<>(this.seats.findUnexplainedSales(shows));
		differences.addAll(this.staffSeats.findUnexplainedBlocks(after, to));
		differences.addAll(this.staffSeats.findLostBlocks(after, to));
		return new Page(differences, from.next(shows));
	}

	private Page checkReservations(Position from, int rows) {
		KeyRange reservations = this.seats.findNextReservations(from.after(), rows);
		List<Discrepancy> differences = new ArrayList<>(this.seats.findUnsoldPaidSeats(reservations));
		differences.addAll(this.seats.findWrongOwners(reservations));
		differences.addAll(this.payments.findUnpaid(this.seats.findConfirmedIds(reservations)));
		differences.addAll(this.tickets.findSoldSeatsWithoutOneTicket(reservations));
		differences.addAll(this.tickets.findTicketsWithoutSoldSeat(reservations));
		differences.addAll(this.refunds.findAll(reservations));
		differences.addAll(this.staffSeats.findWrongGifts(reservations));
		return new Page(differences, from.next(reservations));
	}

	private Page checkPayments(Position from, int rows) {
		KeyRange ids = this.payments.findNextPage(from.after(), rows)
			.orShorter(this.wallets.findNextReferences(from.after(), rows));
		return new Page(this.payments.findUnsettled(ids, this.wallets.findDebits(ids)), from.next(ids));
	}

	/**
	 * The kinds of rows, in the order of the check.
	 */
	public enum Part {

		/** Wallets and ledger, by member. */
		MEMBERS,

		/** Seats, by show. */
		SHOWS,

		/** Reservations, by their ids. */
		RESERVATIONS,

		/** Payments and the ledger lines that refer to them, by the payment's id. */
		PAYMENTS

	}

	/**
	 * The position of the check: all rows before it are checked.
	 *
	 * @param after the last key of the page before
	 */
	public record Position(Part part, String after) {

		/** The position before the first page. */
		public static final Position START = new Position(Part.MEMBERS, KeyRange.BEFORE_FIRST);

		/** Returns the position after a page; empty after the last one. */
		Optional<Position> next(KeyRange page) {
			if (!page.isLast()) {
				return Optional.of(new Position(this.part, page.to()));
			}
			return Stream.of(Part.values())
				.skip(this.part.ordinal() + 1L)
				.findFirst()
				.map((part) -> new Position(part, KeyRange.BEFORE_FIRST));
		}
	}

	/**
	 * The result of one page.
	 *
	 * @param differences the differences in this page
	 * @param next where the next page begins, empty after the last one
	 */
	public record Page(List<Discrepancy> differences, Optional<Position> next) {
	}

	/**
	 * The result of a complete check.
	 *
	 * @param checkedAt when the check began; each page was read then or later
	 * @param consistent whether there are no differences
	 * @param differences the differences
	 */
	public record Report(Instant checkedAt, boolean consistent, List<Discrepancy> differences) {
	}

}
