package app.frontrow.catalogue.web.poster;

import java.util.Locale;
import java.util.Random;

/**
 * Draws the picture of a poster. The concert's id selects one of eight kinds, and a seed
 * varies it.
 */
class PosterMotif {

	private static final int KINDS = 8;

	private final PosterPalette palette;

	private final Random random;

	private final int kind;

	PosterMotif(PosterPalette palette, long concert, long seed) {
		this.palette = palette;
		this.random = new Random(seed);
		this.kind = (int) Math.floorMod(concert + concert / KINDS, (long) KINDS);
	}

	void drawTo(StringBuilder svg) {
		switch (this.kind) {
			case 0 -> beams(svg);
			case 1 -> rings(svg);
			case 2 -> waves(svg);
			case 3 -> bars(svg);
			case 4 -> sun(svg);
			case 5 -> disc(svg);
			case 6 -> crowd(svg);
			default -> burst(svg);
		}
	}

	private void beams(StringBuilder svg) {
		for (int beam = 0; beam < 6; beam++) {
			double x = 20 + beam * 52 + between(-10, 10);
			double aim = between(10, 290);
			double half = between(22, 54);
			shape(svg, "<path d=\"M%.0f 0L%.0f 330L%.0f 330Z\" fill=\"%s\" opacity=\"%.2f\"/>", x, aim - half,
					aim + half, lamp(beam), between(0.2, 0.42));
			shape(svg, "<circle cx=\"%.0f\" cy=\"2\" r=\"7\" fill=\"%s\"/>", x, this.palette.light());
		}
	}

	private void rings(StringBuilder svg) {
		double x = between(90, 210);
		double y = between(110, 150);
		for (int ring = 9; ring > 0; ring--) {
			shape(svg,
					"<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" "
							+ "opacity=\"%.2f\"/>",
					x, y, ring * 17.0, lamp(ring), between(1.5, 8), 0.35 + 0.06 * (9 - ring));
		}
		shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"12\" fill=\"%s\"/>", x, y, this.palette.light());
	}

	private void waves(StringBuilder svg) {
		for (int wave = 0; wave < 8; wave++) {
			double y = 60 + wave * 26;
			double swing = between(18, 44) * ((wave % 2 == 0) ? 1 : -1);
			shape(svg,
					"<path d=\"M-10 %.0fC70 %.0f 130 %.0f 160 %.0fS260 %.0f 310 %.0f\" fill=\"none\" stroke=\"%s\" "
							+ "stroke-width=\"%.1f\" opacity=\"%.2f\"/>",
					y, y - swing, y - swing, y, y + swing, y, lamp(wave), between(3, 11), 0.45 + wave * 0.05);
		}
	}

	private void bars(StringBuilder svg) {
		for (int bar = 0; bar < 13; bar++) {
			double height = between(30, 130) * (1 - Math.abs(bar - 6) / 11.0);
			shape(svg, "<rect x=\"%d\" y=\"%.0f\" width=\"14\" height=\"%.0f\" rx=\"7\" fill=\"%s\" opacity=\"%.2f\"/>",
					18 + bar * 21, 140 - height, 2 * height, lamp(bar), between(0.6, 0.95));
		}
	}

	private void sun(StringBuilder svg) {
		double x = between(100, 200);
		double radius = between(74, 96);
		for (int star = 0; star < 26; star++) {
			shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.1f\" fill=\"%s\" opacity=\".8\"/>", between(0, 300),
					between(0, 110), between(0.6, 1.8), this.palette.light());
		}
		svg.append("<clipPath id=\"bands\"><path d=\"M0 0h300v118H0z");
		for (int band = 0; band < 5; band++) {
			shape(svg, "M0 %.1fh300v%.1fH0z", 122 + band * 21.0, 16 - band * 2.4);
		}
		shape(svg, "\"/></clipPath><circle cx=\"%.0f\" cy=\"130\" r=\"%.0f\" fill=\"%s\" clip-path=\"url(#bands)\"/>",
				x, radius, this.palette.glow());
	}

	private void burst(StringBuilder svg) {
		double x = between(110, 190);
		double y = between(110, 150);
		for (int ray = 0; ray < 44; ray++) {
			double angle = ray * Math.PI / 22;
			double from = between(24, 60);
			double to = from + between(16, 110);
			shape(svg,
					"<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\" "
							+ "opacity=\"%.2f\"/>",
					x + from * Math.cos(angle), y + from * Math.sin(angle), x + to * Math.cos(angle),
					y + to * Math.sin(angle), lamp(ray), between(1.5, 5.5), between(0.55, 1));
		}
		shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"9\" fill=\"%s\"/>", x, y, this.palette.light());
	}

	private void disc(StringBuilder svg) {
		double x = between(110, 190);
		double y = between(118, 142);
		shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"106\" fill=\"%s\"/>", x, y, this.palette.night());
		for (int groove = 0; groove < 9; groove++) {
			shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.1f\" fill=\"none\" stroke=\"%s\" opacity=\"%.2f\"/>", x,
					y, 48 + groove * 6.4 + between(-1, 1), this.palette.light(), between(0.15, 0.5));
		}
		for (int glint = 0; glint < 4; glint++) {
			double angle = between(0, 0.5) + glint * Math.PI / 2;
			shape(svg,
					"<path d=\"M%1$.0f %2$.0fL%3$.1f %4$.1fA104 104 0 0 1 %5$.1f %6$.1fZ\" fill=\"%7$s\" opacity=\".22\"/>",
					x, y, x + 104 * Math.cos(angle), y + 104 * Math.sin(angle), x + 104 * Math.cos(angle + 0.3),
					y + 104 * Math.sin(angle + 0.3), lamp(glint));
		}
		shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"36\" fill=\"%s\"/>", x, y, this.palette.glow());
		shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"5\" fill=\"%s\"/>", x, y, this.palette.night());
	}

	/** Draws heads and raised hands in stage light. */
	private void crowd(StringBuilder svg) {
		double x = between(110, 190);
		for (int halo = 4; halo > 0; halo--) {
			shape(svg, "<circle cx=\"%.0f\" cy=\"150\" r=\"%d\" fill=\"%s\" opacity=\"%.2f\"/>", x, halo * 38,
					lamp(halo), 0.62 - halo * 0.12);
		}
		for (int head = 0; head < 11; head++) {
			double at = head * 30 + between(-7, 7);
			double top = between(168, 204);
			shape(svg, "<path d=\"M%.0f 340V%.0fa19 19 0 0 1 38 0V340z\" fill=\"%s\"/>", at - 19, top + 44,
					this.palette.night());
			shape(svg, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"12\" fill=\"%s\"/>", at, top + 10, this.palette.night());
			if (head % 3 == 1) {
				shape(svg,
						"<path d=\"M%.0f %.0fL%.0f %.0f\" stroke=\"%s\" stroke-width=\"8\" stroke-linecap=\"round\"/>",
						at + 14, top + 44, at + between(16, 28), top - between(14, 40), this.palette.night());
			}
		}
	}

	private String lamp(int number) {
		return (number % 2 == 0) ? this.palette.glow() : this.palette.light();
	}

	private double between(double low, double high) {
		return low + this.random.nextDouble() * (high - low);
	}

	private static void shape(StringBuilder svg, String form, Object... values) {
		svg.append(String.format(Locale.ROOT, form, values));
	}

}
