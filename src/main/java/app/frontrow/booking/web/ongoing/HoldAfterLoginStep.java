package app.frontrow.booking.web.ongoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.members.Member;
import app.frontrow.shared.web.http.AfterLoginStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Looks for held seats of the member at the log-in. If there are any, it writes a
 * {@link HoldCookie}, so that the pages on a second device show the hold too. This step
 * runs before the steps that choose the next page.
 */
@Component
@Order(0)
class HoldAfterLoginStep implements AfterLoginStep {

	/** More holds than a member can have, so all holds are on the first page. */
	private static final int HOLDS = 100;

	private final ReservationQueryService reservations;

	private final Clock clock;

	HoldAfterLoginStep(ReservationQueryService reservations, Clock clock) {
		this.reservations = reservations;
		this.clock = clock;
	}

	@Override
	public Optional<String> run(String page, Authentication login, HttpServletRequest request,
			HttpServletResponse response) {
		if (login.getPrincipal() instanceof Member member) {
			findEnd(member).map((end) -> Duration.between(this.clock.instant(), end))
				.filter((life) -> life.compareTo(Duration.ZERO) > 0)
				.ifPresent((life) -> HoldCookie.write(request, response, life));
		}
		return Optional.empty();
	}

	/**
	 * Returns the latest end of the member's holds. If the database fails, the log-in
	 * goes on without it.
	 */
	private Optional<Instant> findEnd(Member member) {
		try {
			return this.reservations.findByMember(member.id(), ReservationStatus.HELD, 0, HOLDS)
				.items()
				.stream()
				.map(Reservation::heldUntil)
				.max(Comparator.naturalOrder());
		}
		catch (DataAccessException away) {
			return Optional.empty();
		}
	}

}
