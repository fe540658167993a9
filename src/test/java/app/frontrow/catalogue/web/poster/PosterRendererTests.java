package app.frontrow.catalogue.web.poster;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import javax.xml.parsers.DocumentBuilderFactory;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class PosterRendererTests {

	@Test
	void posterDependsOnlyOnItsConcert() {
		assertThat(draw(1, "은하수")).isEqualTo(draw(1, "은하수"));
		assertThat(LongStream.range(0, 50).mapToObj((id) -> draw(id, "은하수")).distinct()).hasSize(50);
	}

	@Test
	@ProvesRule(rule = "Neighbours on the programme have different pictures", guard = "PosterMotif.kind",
			brokenBy = "using one kind for all")
	@ProvesRule(rule = "Neighbours on the programme have different colours", guard = "PosterPalette.of",
			brokenBy = "using the same for all")
	void neighboursHaveDifferentPicturesAndColours() {
		for (long id = 0; id < 50; id++) {
			assertThat(PosterPalette.of(id)).isNotEqualTo(PosterPalette.of(id + 1));
			assertThat(picture(id)).isNotEqualTo(picture(id + 1));
		}
		assertThat(LongStream.range(0, 8).mapToObj(PosterRendererTests::picture).distinct()).hasSize(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Night Parade", "<script>alert('x')</script>", "\"&\" ]]>", "서울의밤서울의밤서울의밤서울의밤서울의밤",
			"Supercalifragilisticexpialidocious-and-more-without-a-single-blank", "🎹 🎷", "-" })
	void posterIsWellFormedWithoutScriptOrStyle(String title) throws Exception {
		for (long id = 0; id < 12; id++) {
			Document poster = DocumentBuilderFactory.newDefaultInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(draw(id, title))));
			assertThat(poster.getElementsByTagName("script").getLength()).isZero();
			NodeList all = poster.getElementsByTagName("*");
			for (int at = 0; at < all.getLength(); at++) {
				assertThat(all.item(at).getAttributes().getNamedItem("style")).isNull();
			}
		}
	}

	@Test
	void longTextsAreShortened() {
		TextBlock block = TextBlock.fit("A Very Long Title That Goes On About Winter, Trains and Telephones", 252, 3);
		assertThat(block.lines()).hasSizeLessThanOrEqualTo(3).last().asString().endsWith("…");
		TextBlock korean = TextBlock.fit("아주아주 긴 이름의 오케스트라와 친구들이 함께하는 한여름 밤의 대공연과 그 뒤풀이", 252, 3);
		assertThat(korean.lines()).last().asString().endsWith("…").doesNotContain("……");

		assertThat(TextBlock.fit("쇼케이스 〈잔향 3.7초〉", 252, 3).lines()).containsExactly("쇼케이스", "〈잔향 3.7초〉");
		assertThat(TextBlock.fit("초록", 252, 3)).isEqualTo(new TextBlock(List.of("초록"), 36));
		assertThat(TextBlock.shorten("short", 15, 252)).isEqualTo("short");
	}

	@Test
	@ProvesRule(rule = "A poster breaks a title between letters and not within them", guard = "TextBlock.letters",
			brokenBy = "splitting code points")
	void titleIsBrokenBetweenLetters() {
		String family = "👨‍👩‍👧‍👦";

		TextBlock block = TextBlock.fit(family.repeat(60), 252, 3);

		assertThat(block.lines()).hasSize(3)
			.allSatisfy((line) -> assertThat(line.replace(family, "").replace("…", "")).isEmpty());
		assertThat(TextBlock.shorten("e\u0301".repeat(99), 15, 100)).endsWith("e\u0301…");
	}

	@Test
	void artistIsNotNamedTwice() {
		assertThat(draw(1, "A&B live")).doesNotContain(">A &amp; B<");
		assertThat(draw(1, "Live")).contains(">A &amp; B<");
	}

	/**
	 * Which shapes are between the sky and the shade behind the words, whatever their
	 * colours and places.
	 */
	private static String picture(long id) {
		String poster = draw(id, "은하수".repeat((int) id + 1));
		return poster.substring(poster.indexOf("url(#sky)"), poster.indexOf("url(#shade)"))
			.replaceAll("=\"[^\"]*\"", "");
	}

	private static String draw(long id, String title) {
		Instant start = Instant.parse("2026-10-03T10:00:00Z");
		return new PosterRenderer(
				new Concert(id, title, "A & B", "Hall", "", start, SaleStatus.ON_SALE, start, start, 50, List.of()))
			.draw();
	}

}
