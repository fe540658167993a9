package app.frontrow.catalogue.web.poster;

/**
 * The colours of a poster: a gradient and two lights.
 *
 * @param night top of the gradient and background of the text, the darkest colour
 * @param dusk bottom of the gradient
 * @param glow first light
 * @param light second light; readable as text on {@code night}
 */
record PosterPalette(String night, String dusk, String glow, String light) {

	private static final PosterPalette[] ALL = { new PosterPalette("#0b1230", "#2c3f8f", "#f08a3c", "#ffd27a"),
			new PosterPalette("#190b2e", "#6a2c8f", "#ff5f7e", "#ffc0b0"),
			new PosterPalette("#04201f", "#0f6b6b", "#f2a65a", "#ffe3a3"),
			new PosterPalette("#2a0a14", "#8f2340", "#ff8f5e", "#ffd9b8"),
			new PosterPalette("#0a1f12", "#2f6b3c", "#d8e05a", "#f3f7b5"),
			new PosterPalette("#0d1a26", "#35617f", "#8fd3ff", "#d9f1ff"),
			new PosterPalette("#160f3a", "#4a3bb0", "#ff7ac6", "#ffd0ee"),
			new PosterPalette("#24140a", "#8a5526", "#f7c65b", "#ffe9bd") };

	/** Selects colours by the concert's id, so that consecutive concerts differ. */
	static PosterPalette of(long concert) {
		return ALL[(int) Math.floorMod(concert * 3 + concert / ALL.length, (long) ALL.length)];
	}

}
