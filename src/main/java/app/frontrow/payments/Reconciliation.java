package app.frontrow.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import app.frontrow.reservations.SeatAudit;
import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.KeyRange;
import app.frontrow.wallet.WalletAudit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proof that nothing was oversold, lost or invented: goes through wallets, seats,
 * reservations, payments and ledger page by page, and names what does not agree. Changes
 * nothing.
 * <p>
 * Each page is a short transaction that sees one state of the database, and compares only
 * what changes in one transaction. So a purchase that goes on meanwhile is no difference.
 * Two pages may see two states.
 */
@Service
public class Reconciliation {

	/**
	 * How many rows a page has. MariaDB turns a list of 1000 ids into a table of its own.
	 */
	public static final int ROWS = 500;

	private final SeatAudit seats;

	private final WalletAudit wallets;

	private final PaymentAudit payments;

	private final Clock clock;

	private final TransactionTemplate snapshot;

	Reconciliation(SeatAudit seats, WalletAudit wallets, PaymentAudit payments, Clock clock,
			PlatformTransactionManager transactions) {
		this.seats = seats;
		this.wallets = wallets;
		this.payments = payments;
		this.clock = clock;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * Checks everything now. Takes as long as the database is large.
	 * @return what was found; each check names at most 100 differences
	 */
	public Report run() {
		Instant begun = this.clock.instant();
		Map<String, List<Discrepancy>> found = new LinkedHashMap<>();
		Optional<Position> position = Optional.of(Position.START);
		while (position.isPresent()) {
			Page page = checkPage(position.get(), ROWS);
			page.differences().forEach((difference) -> {
				List<Discrepancy> named = found.computeIfAbsent(difference.check(), (check) -> new ArrayList<>());
				if (named.size() < Discrepancy.MOST) {
					named.add(difference);
				}
			});
			position = page.next();
		}
		List<Discrepancy> differences = found.values().stream().flatMap(List::stream).toList();
		return new Report(begun, differences.isEmpty(), differences);
	}

	/**
	 * Checks one page, all of whose rows are seen in one state of the database.
	 * @param from where the page before ended
	 * @param rows how many rows the page is to have; all rows of the last member, show
	 * and payment belong to it
	 */
	public Page checkPage(Position from, int rows) {
		return this.snapshot.execute((status) -> switch (from.part()) {
			case MEMBERS -> members(from, rows);
			case SHOWS -> shows(from, rows);
			case RESERVATIONS -> reservations(from, rows);
			case PAYMENTS -> payments(from, rows);
		});
	}

	private Page members(Position from, int rows) {
		KeyRange members = this.wallets.nextMembers(from.after(), rows);
		return new Page(this.wallets.balances(members), from.next(members));
	}

	private Page shows(Position from, int rows) {
		KeyRange shows = this.seats.nextShows(from.after(), rows);
		return new Page(this.seats.soldSeats(shows), from.next(shows));
	}

	private Page reservations(Position from, int rows) {
		KeyRange reservations = this.seats.nextReservations(from.after(), rows);
		List<Discrepancy> differences = new ArrayList<>(this.seats.paidSeats(reservations));
		differences.addAll(this.seats.owners(reservations));
		differences.addAll(this.payments.unpaid(this.seats.confirmed(reservations)));
		return new Page(differences, from.next(reservations));
	}

	private Page payments(Position from, int rows) {
		KeyRange ids = this.payments.nextPayments(from.after(), rows)
			.orShorter(this.wallets.nextReferences(from.after(), rows));
		return new Page(this.payments.unsettled(ids, this.wallets.debits(ids)), from.next(ids));
	}

	/**
	 * What the rows of a page are, in the order in which everything is gone through.
	 */
	public enum Part {

		/** Wallets and ledger, by member. */
		MEMBERS,

		/** Seats, by show. */
		SHOWS,

		/** Reservations, by their ids. */
		RESERVATIONS,

		/** Payments and the lines that refer to them, by their ids. */
		PAYMENTS

	}

	/**
	 * Up to where everything has been gone through.
	 *
	 * @param after the last key of the page before
	 */
	public record Position(Part part, String after) {

		/** Before the first page. */
		public static final Position START = new Position(Part.MEMBERS, KeyRange.FIRST);

		/** Behind a page; empty behind the last one. */
		Optional<Position> next(KeyRange page) {
			if (!page.isLast()) {
				return Optional.of(new Position(this.part, page.to()));
			}
			return Stream.of(Part.values())
				.skip(this.part.ordinal() + 1L)
				.findFirst()
				.map((part) -> new Position(part, KeyRange.FIRST));
		}
	}

	/**
	 * What one page has shown.
	 *
	 * @param differences what does not agree
	 * @param next where the next page begins, empty after the last one
	 */
	public record Page(List<Discrepancy> differences, Optional<Position> next) {
	}

	/**
	 * What was found.
	 *
	 * @param checkedAt when the check began; each page was seen as it stood then or later
	 * @param consistent whether everything agrees
	 * @param differences what does not
	 */
	public record Report(Instant checkedAt, boolean consistent, List<Discrepancy> differences) {
	}

}
