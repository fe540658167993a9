package app.frontrow.demo;

import java.util.List;

import app.frontrow.demo.DemoConcert.Evening;
import app.frontrow.demo.DemoConcert.Prices;
import app.frontrow.demo.DemoConcert.Sales;

/**
 * The invented programme. Artists and halls do not exist.
 */
final class DemoConcertList {

	/** Goes into the past once its tickets are sold. */
	static final DemoConcert ENDED = new DemoConcert("모퉁이합주단 정기연주회 〈골목의 온도〉", "모퉁이합주단", "성수 벽돌극장",
			"골목마다 다른 소리를 모아 온 여덟 명의 연주자가 한 해의 기록을 들려드렸습니다. 앙코르에서는 관객이 적어 낸 골목 이름으로 즉흥곡을 지었습니다.", Sales.OPEN,
			new Prices(88_000, 66_000, 44_000), List.of(Evening.in(2, "19:30", 34)));

	static final List<DemoConcert> CONCERTS = List.of(new DemoConcert("달빛세탁소 첫 단독 공연 〈마지막 헹굼〉", "달빛세탁소", "한강 유리홀",
			"심야 라디오에서 시작한 듀오 달빛세탁소가 여섯 해 만에 여는 첫 단독 공연입니다. 미발표곡 네 곡과 함께, 관객의 사연을 즉석에서 노래로 빨아 널어 드립니다.", Sales.OPEN_SOON,
			new Prices(165_000, 132_000, 99_000), List.of(Evening.in(30, "19:00", 0), Evening.in(31, "18:00", 0))),
			new DemoConcert("고래와 나침반 〈항해일지〉 서울", "고래와 나침반", "마포 파도소리홀",
					"포스트록 4인조 고래와 나침반이 전국 열두 도시의 항해를 서울에서 마칩니다. 무대 한가운데를 비우고 네 연주자가 객석 쪽 모서리에 서는 단 하루의 배치입니다.",
					Sales.OPEN, new Prices(143_000, 121_000, 99_000), List.of(Evening.in(9, "19:30", 47))),
			new DemoConcert("The Tangerine Ministry: Last Train Home", "The Tangerine Ministry",
					"Namsan Arcade Theatre",
					"Seven players, two drum kits and one very old tape machine: the Ministry bring their farewell record to Seoul for a single night. The doors close when the tape starts.",
					Sales.OPEN, new Prices(176_000, 154_000, 110_000), List.of(Evening.in(16, "20:00", 50))),
			new DemoConcert("Okto Sólveig Quartet: North of Quiet", "Okto Sólveig Quartet", "서초 나무울림홀",
					"Chamber jazz from a lighthouse town, played without amplification in a hall of pine. The quartet’s new suite follows one winter’s day from blue hour to blue hour.",
					Sales.OPEN, new Prices(132_000, 99_000, 77_000),
					List.of(Evening.in(20, "19:30", 12), Evening.in(21, "19:30", 5), Evening.in(22, "17:00", 20))),
			new DemoConcert("DJ 온돌 & 구들장 브라스 〈바닥부터〉", "DJ 온돌 & 구들장 브라스", "을지로 인쇄창고",
					"느리게 데워지는 하우스 비트 위에 다섯 대의 관악기가 올라탑니다. 신발을 벗고 들어오는 공연이니 따뜻한 양말을 챙겨 주세요.", Sales.OPEN,
					new Prices(99_000, 77_000, 55_000),
					List.of(Evening.in(27, "20:00", 18), Evening.in(28, "20:00", 7), Evening.in(34, "20:00", 0))),
			new DemoConcert("Luzía Ferramenta: Cartas sem Selo", "Luzía Ferramenta", "한강 유리홀",
					"A voice, a seven-string guitar and letters that were never posted. Luzía Ferramenta sings her cycle in full for the first time outside Lisbon, with Korean surtitles.",
					Sales.OPEN, new Prices(154_000, 121_000, 88_000),
					List.of(Evening.in(41, "19:30", 9), Evening.in(42, "18:00", 16))),
			new DemoConcert("새벽네시 합창단 〈아무도 없는 정류장〉", "새벽네시 합창단", "정동 낮은예배당",
					"교대 근무를 마친 사람들이 모여 만든 합창단이 잠들지 못한 도시의 노래를 부릅니다. 마지막 곡은 객석과 함께 부르며, 악보는 입구에서 나눠 드립니다.", Sales.OPEN,
					new Prices(66_000, 55_000, 33_000),
					List.of(Evening.in(48, "19:00", 4), Evening.in(49, "15:00", 8), Evening.in(49, "19:00", 3))),
			new DemoConcert("Kestrel & the Borrowed Hours", "Kestrel & the Borrowed Hours", "Namsan Arcade Theatre",
					"Folk songs with the lights down and the harmonies up. Kestrel return with the band that recorded “Hours” in one take, and play it in one breath.",
					Sales.OPEN, new Prices(121_000, 99_000, 77_000),
					List.of(Evening.in(62, "19:30", 6), Evening.in(63, "19:30", 0), Evening.in(64, "17:00", 2))),
			new DemoConcert("종이비행기 오케스트라 〈영화가 끝나고〉", "종이비행기 오케스트라", "서초 나무울림홀",
					"크레디트가 올라갈 때에만 흐르는 음악을 모은 관현악 밤입니다. 스크린은 내내 검고, 장면은 관객이 기억하는 만큼 켜집니다.", Sales.OPEN,
					new Prices(187_000, 143_000, 99_000),
					List.of(Evening.in(75, "19:30", 11), Evening.in(76, "17:00", 3), Evening.in(90, "19:30", 0),
							Evening.in(91, "17:00", 0))),
			new DemoConcert("민트색 소음 쇼케이스 〈잔향 3.7초〉", "민트색 소음", "성수 벽돌극장",
					"잔향이 긴 벽돌 건물에 맞춰 다시 쓴 슈게이즈 세트를 들려드립니다. 귀마개를 무료로 드리지만, 두 번째 곡부터는 빼고 싶어지실 겁니다.", Sales.OPEN,
					new Prices(77_000, 66_000, 55_000),
					List.of(Evening.in(13, "20:00", 26), Evening.in(14, "18:00", 21))));

	private DemoConcertList() {
	}

}
