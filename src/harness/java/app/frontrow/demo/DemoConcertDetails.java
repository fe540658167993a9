package app.frontrow.demo;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.VisitDetails;

/**
 * The optional details of the invented concerts, by title and by venue.
 */
final class DemoConcertDetails {

	private static final String NOTICE = "예매 취소는 공연 시작 전까지 나의 티켓에서 하실 수 있습니다. 공연이 시작된 뒤에는 취소와 환불이 되지 않습니다.\n"
			+ "Tickets can be cancelled under My tickets until the show starts, and not after that.";

	private static final Map<String, ConcertTranslation> TRANSLATIONS = Map.of("고래와 나침반 〈항해일지〉 서울", english(
			"Whale & Compass: Logbook, Seoul", "Whale & Compass", "Mapo Wave Hall",
			"The post-rock quartet Whale & Compass end their voyage through twelve cities in Seoul. The middle of the stage stays empty, and the four players stand in its corners, for one night only."),
			"새벽네시 합창단 〈아무도 없는 정류장〉",
			english("Four in the Morning Choir: The Empty Bus Stop", "Four in the Morning Choir",
					"Jeongdong Low Chapel",
					"A choir of people who have finished their night shifts sings the songs of a city that cannot sleep. Everyone sings the last one; the score is handed out at the door."),
			"The Tangerine Ministry: Last Train Home",
			new ConcertTranslation("ko", "탠저린 미니스트리 〈막차〉", "탠저린 미니스트리", "남산 아케이드 극장",
					"연주자 일곱 명, 드럼 두 세트, 아주 오래된 테이프 녹음기 한 대. 미니스트리가 마지막 음반을 들고 단 하룻밤 서울을 찾습니다. 테이프가 돌기 시작하면 문이 닫힙니다."));

	private static final Map<String, String> ADDRESSES = Map.of("한강 유리홀", "서울특별시 용산구 유리물결로 12", "마포 파도소리홀",
			"서울특별시 마포구 파도소리길 7", "Namsan Arcade Theatre", "서울특별시 중구 남산아케이드길 21", "서초 나무울림홀", "서울특별시 서초구 나무울림로 45",
			"을지로 인쇄창고", "서울특별시 중구 인쇄골목길 9", "정동 낮은예배당", "서울특별시 중구 정동낮은길 3", "성수 벽돌극장", "서울특별시 성동구 벽돌공장길 30");

	private DemoConcertDetails() {
	}

	/** Returns null if the concert has texts in one language only. */
	static ConcertTranslation translationOf(String title) {
		return TRANSLATIONS.get(title);
	}

	/** The halls are invented, so the map shows all of Seoul. */
	static VisitDetails visitTo(String venue) {
		return new VisitDetails(ADDRESSES.get(venue), "https://www.openstreetmap.org/relation/2297418", 60, 110, 8,
				NOTICE);
	}

	private static ConcertTranslation english(String title, String artist, String venue, String description) {
		return new ConcertTranslation("en", title, artist, venue, description);
	}

}
