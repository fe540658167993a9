package app.frontrow.e2e;

import java.util.List;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A screen that a page is looked at on, without loading the page again.
 */
record Screen(int width, int height, String theme) {

	private static final List<int[]> SIZES = List.of(new int[] { 320, 640 }, new int[] { 360, 640 },
			new int[] { 360, 800 }, new int[] { 1280, 900 });

	/** Looks at the page of the browser on every screen. It must not scroll sideways. */
	static void forEach(Browser browser, Consumer<Screen> look) {
		for (String theme : List.of("light", "dark")) {
			browser.theme(theme);
			for (int[] size : SIZES) {
				Screen screen = new Screen(size[0], size[1], theme);
				browser.size(screen.width(), screen.height()).toTheTop();
				assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
					.as("%s fits %s", browser.path(), screen)
					.isEqualTo(true);
				look.accept(screen);
			}
		}
	}

	boolean isPhone() {
		return this.width < 500;
	}

}
