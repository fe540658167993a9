package app.frontrow.office.concert;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import app.frontrow.shared.PageOf;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.staff.StaffAccessService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds concerts for the ticket office, each as the database has it now.
 */
@Service
public class OfficeConcertService {

	private static final Set<StaffRole> ANYBODY = EnumSet.allOf(StaffRole.class);

	private final OfficeConcertRepository concerts;

	private final StaffAccessService staff;

	OfficeConcertService(OfficeConcertRepository concerts, StaffAccessService staff) {
		this.concerts = concerts;
		this.staff = staff;
	}

	/**
	 * Finds the concerts that the member's roles cover: those to come by date, then those
	 * that are over.
	 * @param text a part of title, artist or venue; null or empty for all
	 * @param status null for any
	 */
	public PageOf<OfficeConcert> find(UUID memberId, @Nullable String text, @Nullable OfficeStatus status, int page,
			int size) {
		return this.concerts.find(this.staff.getScope(memberId, ANYBODY), (text != null) ? text.strip() : "", status,
				page, size);
	}

	/**
	 * Returns the id of the concert of a show, also of a cancelled one.
	 * @throws NotFoundException if there is no such show
	 */
	public long getConcertIdOfShow(long showId) {
		return this.concerts.findConcertOfShow(showId).orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns the concert.
	 * @throws NotFoundException if there is none
	 */
	public OfficeConcert get(long id) {
		return this.concerts.find(id).stream().findFirst().orElseThrow(NotFoundException::new);
	}

}
