package app.frontrow.shared.web.page;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as one SVG path. The unit is one module. It includes the quiet zone that
 * scanners need.
 *
 * @param size the number of modules on each side
 * @param path the SVG path of the dark modules
 */
public record QrCode(int size, String path) {

	private static final int QUIET_ZONE = 4;

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, QUIET_ZONE,
			EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

	public static QrCode of(String text) {
		try {
			BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
			return new QrCode(modules.getWidth(), path(modules));
		}
		catch (WriterException tooLong) {
			throw new IllegalArgumentException(tooLong);
		}
	}

	private static String path(BitMatrix modules) {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < modules.getHeight(); y++) {
			int x = 0;
			while (x < modules.getWidth()) {
				int end = x;
				while (end < modules.getWidth() && modules.get(end, y)) {
					end++;
				}
				if (end > x) {
					path.append('M')
						.append(x)
						.append(' ')
						.append(y)
						.append('h')
						.append(end - x)
						.append("v1H")
						.append(x)
						.append('z');
				}
				x = end + 1;
			}
		}
		return path.toString();
	}

}
