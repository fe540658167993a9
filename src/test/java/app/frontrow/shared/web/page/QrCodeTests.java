package app.frontrow.shared.web.page;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z");

	private static final int MODULE = 4;

	@ParameterizedTest
	@ValueSource(strings = { "A", "S9YG-D7KK-FHE1-W6JH", "https://frontrow.example/tickets/1?x=y" })
	void codeIsReadBack(String code) throws Exception {
		QrCode qr = QrCode.of(code);

		assertThat(new QRCodeReader().decode(photograph(qr)).getText()).isEqualTo(code);
	}

	/** Paints the path, and nothing but the path, on white. */
	private static BinaryBitmap photograph(QrCode qr) {
		int side = qr.size() * MODULE;
		int[] pixels = new int[side * side];
		Arrays.fill(pixels, 0xFFFFFF);
		Matcher runs = RUN.matcher(qr.path());
		assertThat(runs.replaceAll("")).isEmpty();
		runs.reset().results().forEach((run) -> paint(pixels, side, run));
		return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
	}

	private static void paint(int[] pixels, int side, MatchResult run) {
		int left = Integer.parseInt(run.group(1)) * MODULE;
		int top = Integer.parseInt(run.group(2)) * MODULE;
		int width = Integer.parseInt(run.group(3)) * MODULE;
		for (int y = top; y < top + MODULE; y++) {
			Arrays.fill(pixels, y * side + left, y * side + left + width, 0);
		}
	}

}
