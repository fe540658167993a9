import java.io.IOException;
import java.util.List;
import java.util.UUID;

import client.ApiClient;
import client.ApiException;
import client.api.MembersApi;
import client.api.PaymentsApi;
import client.api.QueueApi;
import client.api.ReservationsApi;
import client.api.SessionsApi;
import client.api.ShowsAndSeatsApi;
import client.api.WalletApi;
import client.model.BookableShow;
import client.model.Charge;
import client.model.HoldRequest;
import client.model.LogIn;
import client.model.PayRequest;
import client.model.PaymentView;
import client.model.Problem;
import client.model.QueuePlace;
import client.model.ReservationView;
import client.model.Seat;
import client.model.SignUp;

/**
 * The eight steps of the main job, played with the generated client alone. Arguments: the
 * address of the product, and the id of a concert on sale.
 */
final class EightSteps {

	private final ApiClient client = new ApiClient();

	private String accessToken;

	private String queueToken;

	private EightSteps(String address) {
		this.client.updateBaseUri(address);
		this.client.setRequestInterceptor((request) -> {
			if (this.accessToken != null) {
				request.header("Authorization", "Bearer " + this.accessToken);
			}
			if (this.queueToken != null) {
				request.header("Queue-Token", this.queueToken);
			}
		});
	}

	public static void main(String[] arguments) throws ApiException {
		new EightSteps(arguments[0]).play(Long.parseLong(arguments[1]));
	}

	private void play(long concert) throws ApiException {
		logIn();

		step("1 issue a token");
		QueuePlace place = new QueueApi(this.client).postConcertsByIdQueueTokens(concert);
		this.queueToken = place.getQueueToken();
		require(place.getConcertId() == concert, place);
		require(new QueueApi(this.client).getQueueTokensCurrent().getStatus() == QueuePlace.StatusEnum.ADMITTED, place);

		step("2 top up");
		WalletApi wallet = new WalletApi(this.client);
		require(wallet.postWalletCharges(new Charge().amount(60_000L), "charge-1").getBalanceAfter() == 60_000, wallet);
		require(wallet.postWalletCharges(new Charge().amount(60_000L), "charge-1").getBalanceAfter() == 60_000, wallet);

		step("3 read the balance");
		require(wallet.getWallet().getBalance() == 60_000, wallet.getWallet());

		step("4 list bookable dates");
		ShowsAndSeatsApi shows = new ShowsAndSeatsApi(this.client);
		List<BookableShow> dates = shows.getConcertsByIdShows(concert);
		long show = dates.get(0).getId();

		step("5 list the seats of a date");
		List<Seat> seats = shows.getShowsByIdSeats(show, null).getSeats();
		require(seats.size() == 50 && seats.get(49).getStatus() == Seat.StatusEnum.AVAILABLE, seats);

		step("6 hold a seat");
		ReservationsApi reservations = new ReservationsApi(this.client);
		ReservationView held = reservations.postReservations(hold(show, 50), "hold-1");
		require(held.getStatus() == ReservationView.StatusEnum.HELD && held.getTotal() == 90_000, held);
		Problem taken = refusal(409, () -> reservations.postReservations(hold(show, 50), null));
		require(taken.getCode() == Problem.CodeEnum.SEAT_TAKEN && taken.getSeatNumbers().equals(List.of(50)), taken);

		step("8b too little balance is refused, the seat stays held and the balance unchanged");
		PaymentsApi payments = new PaymentsApi(this.client);
		PayRequest pay = new PayRequest().reservationId(held.getId().toString());
		Problem refused = refusal(409, () -> payments.postPayments(pay, null, null));
		require(refused.getCode() == Problem.CodeEnum.INSUFFICIENT_BALANCE && refused.getBalance() == 60_000
				&& refused.getRequired() == 90_000, refused);
		require(reservations.getReservationsById(held.getId()).getStatus() == ReservationView.StatusEnum.HELD, held);
		require(wallet.getWallet().getBalance() == 60_000, wallet.getWallet());

		step("7 pay");
		wallet.postWalletCharges(new Charge().amount(40_000L), null);
		PaymentView paid = payments.postPayments(pay, null, "pay-1");
		require(paid.getStatus() == PaymentView.StatusEnum.PAID && paid.getBalanceAfter() == 10_000
				&& paid.getTickets().get(0).getSeatNumber() == 50, paid);

		step("8a a token that has ended is refused at every step");
		for (Call call : List.<Call>of(() -> shows.getConcertsByIdShows(concert),
				() -> shows.getShowsByIdSeats(show, null), () -> reservations.postReservations(hold(show, 1), null))) {
			Problem expired = refusal(410, call);
			require(expired.getCode() == Problem.CodeEnum.QUEUE_TOKEN_EXPIRED, expired);
		}
	}

	private void logIn() throws ApiException {
		String name = "g" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		String password = "correct horse battery";
		new MembersApi(this.client)
			.postMembers(new SignUp().username(name).password(password).displayName("생성된 클라이언트"));
		this.accessToken = new SessionsApi(this.client).postSessions(new LogIn().username(name).password(password))
			.getAccessToken();
	}

	private static HoldRequest hold(long show, int seat) {
		return new HoldRequest().showId(show).seatNumbers(List.of(seat));
	}

	private Problem refusal(int status, Call call) throws ApiException {
		try {
			call.run();
		}
		catch (ApiException refused) {
			require(refused.getCode() == status, refused.getResponseBody());
			try {
				return ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
			}
			catch (IOException unreadable) {
				throw new IllegalStateException(refused.getResponseBody(), unreadable);
			}
		}
		throw new IllegalStateException("not refused");
	}

	private static void step(String name) {
		System.out.println(name);
	}

	private static void require(boolean holds, Object otherwise) {
		if (!holds) {
			throw new IllegalStateException(String.valueOf(otherwise));
		}
	}

	@FunctionalInterface
	private interface Call {

		void run() throws ApiException;

	}

}
