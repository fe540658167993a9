package app.frontrow.booking.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import app.frontrow.RunningProduct;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Page;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Part;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.wallet.WalletAuditService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

/**
 * What members buy and give back while the reconciliation goes on is no difference.
 */
@Tag("database")
@RunningProduct
@ProvesRule(rule = "A page of the reconciliation sees one state of the database",
		guard = "ReconciliationChecker.snapshot", brokenBy = "leaving out REPEATABLE_READ")
class ReconciliationRaceIT {

	private static final int MEMBERS = 4;

	private static final int ORDERS_EACH = 8;

	@LocalServerPort
	private int port;

	private SeatAuditService seats;

	private WalletAuditService wallets;

	private ReconciliationChecker reconciliation;

	private Show show;

	@BeforeEach
	void auditsThatCanBeInterrupted(@Autowired SeatAuditService seats, @Autowired WalletAuditService wallets,
			@Autowired PaymentAuditRepository payments, @Autowired TicketAuditRepository tickets,
			@Autowired RefundAuditRepository refunds, @Autowired StaffSeatAuditRepository staffSeats,
			@Autowired Clock clock, @Autowired PlatformTransactionManager transactions,
			@Autowired CatalogueEditService programme, @Autowired CatalogueQueryService catalogue) {
		this.seats = spy(seats);
		this.wallets = spy(wallets);
		this.reconciliation = new ReconciliationChecker(this.seats, this.wallets, payments, tickets, refunds,
				staffSeats, clock, transactions);
		this.show = ConcertFixture.showOnSale(programme, catalogue);
	}

	@Test
	void refundAfterReadingReservationsIsNoDifference() {
		ApiClient member = member();
		String reservation = hold(member, 1);
		member.pay(reservation).expect(201);
		doAnswer(thenRefund(member, reservation)).when(this.seats).findConfirmedIds(any());

		assertThat(pageOf(Part.RESERVATIONS, reservation).differences()).isEmpty();
		assertThat(member.get("/api/v1/reservations/" + reservation).text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void refundAfterReadingDebitsIsNoDifference() {
		ApiClient member = member();
		String reservation = hold(member, 1);
		String payment = member.pay(reservation).expect(201).text("id");
		doAnswer(thenRefund(member, reservation)).when(this.wallets).findDebits(any());

		assertThat(pageOf(Part.PAYMENTS, payment).differences()).isEmpty();
		assertThat(member.get("/api/v1/reservations/" + reservation).text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void ordersDuringAPassAreNoDifference() {
		List<CompletableFuture<Void>> orders = new ArrayList<>();
		for (int i = 0; i < MEMBERS; i++) {
			int seat = i + 1;
			orders.add(CompletableFuture.runAsync(() -> order(member(), seat)));
		}
		CompletableFuture<Void> all = CompletableFuture.allOf(orders.toArray(CompletableFuture[]::new));
		do {
			Optional<Position> position = Optional.of(Position.START);
			while (position.isPresent()) {
				Page page = this.reconciliation.checkPage(position.get(), 50);
				assertThat(page.differences()).isEmpty();
				position = page.next();
			}
		}
		while (!all.isDone());
		all.join();
	}

	private void order(ApiClient member, int seat) {
		for (int i = 0; i < ORDERS_EACH; i++) {
			String reservation = hold(member, seat);
			if (i % 4 < 3) {
				member.pay(reservation).expect(201);
			}
			member.delete("/api/v1/reservations/" + reservation).expect(200);
		}
	}

	private String hold(ApiClient member, int seat) {
		return member.comeIn(this.show.concertId()).hold(this.show.id(), seat).expect(201).text("id");
	}

	private ApiClient member() {
		ApiClient member = ApiClient.at(this.port).signUpAndLogIn();
		member.charge(500_000).expect(201);
		return member;
	}

	/** The real result, and a refund that commits before it is looked at. */
	private static Answer<Object> thenRefund(ApiClient member, String reservation) {
		return (call) -> {
			Object result = call.callRealMethod();
			CompletableFuture.runAsync(() -> member.delete("/api/v1/reservations/" + reservation).expect(200)).join();
			return result;
		};
	}

	private Page pageOf(Part part, String id) {
		return this.reconciliation.checkPage(new Position(part, id.substring(0, id.length() - 1)), 1);
	}

}
