package app.frontrow.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nginx's container does with the files of a certificate before nginx starts.
 */
@EnabledIf(value = "isOpensslInstalled", disabledReason = "openssl is not installed")
class CertificateScriptTests {

	private static final Pattern DEPLOY_HOOK = Pattern.compile("--deploy-hook '([^']*)'");

	private static final String SITE = "tickets.example";

	@TempDir
	private Path folder;

	@Test
	void firstStartMakesACertificateForTheNamesOfTheSite() throws Exception {
		assertThat(start("DNS:tickets.example, DNS:*.tickets.example,IP:192.0.2.7"))
			.startsWith("0 Made a self-signed certificate");
		byte[] made = certificate();

		assertThat(start("DNS:tickets.example,DNS:*.tickets.example,IP:192.0.2.7")).isEqualTo("0 ");
		assertThat(certificate()).isEqualTo(made);
	}

	@Test
	void ownCertificateFollowsTheNamesOfTheSite() throws Exception {
		start("DNS:localhost");

		assertThat(start("DNS:" + SITE)).startsWith("0 Made a self-signed certificate");
	}

	@Test
	@ProvesRule(rule = "nginx does not start with a key of another certificate",
			guard = "certificate.sh:of_certificate", brokenBy = "leaving out the comparison")
	void keyOfAnotherCertificateStopsTheStart() throws Exception {
		issue("first");
		issue("second");
		install("first", "second");

		assertThat(start("DNS:" + SITE)).startsWith("1 The key in").contains("Replace it, or delete both files");
	}

	@Test
	@ProvesRule(rule = "nginx does not start with an expired certificate", guard = "certificate.sh:checkend",
			brokenBy = "leaving out the check")
	void expiredCertificateStopsTheStart() throws Exception {
		issueExpired("old");
		install("old", "old");

		assertThat(start("DNS:" + SITE)).startsWith("1 ").contains("has expired. Renew it, or delete both files");
	}

	@Test
	@ProvesRule(rule = "nginx does not start with the certificate of another site",
			guard = "certificate.sh:missing_names", brokenBy = "asking for no name")
	void certificateOfAnotherSiteStopsTheStart() throws Exception {
		issue("site");
		install("site", "site");

		assertThat(start("DNS:" + SITE)).isEqualTo("0 ");
		assertThat(start("DNS:" + SITE + ",DNS:other.example")).startsWith("1 ")
			.contains("is not for other.example. Replace it, or set FRONTROW_TLS_NAMES");
		assertThat(start("DNS:*." + SITE)).startsWith("1 ");
		assertThat(start("IP:192.0.2.7")).startsWith("1 ");
	}

	@Test
	void incompletePairIsNotReplaced() throws Exception {
		issue("site");
		install("site", "site");
		byte[] installed = certificate();
		Files.delete(this.folder.resolve("tls/tls.key"));

		assertThat(start("DNS:" + SITE)).startsWith("1 Only one of tls.crt and tls.key");
		assertThat(certificate()).isEqualTo(installed);
	}

	@Test
	void damagedFilesStopTheStart() throws Exception {
		Files.createDirectories(this.folder.resolve("tls"));
		Files.writeString(this.folder.resolve("tls/tls.crt"), "damaged");
		Files.writeString(this.folder.resolve("tls/tls.key"), "damaged");

		assertThat(start("DNS:" + SITE)).startsWith("1 ").contains("is not a certificate");
	}

	/** The command of the documentation, with the folders of this test. */
	@Test
	void hookOfCertbotPutsItsFilesWhereNginxReadsThem() throws Exception {
		issue("renewed");
		Files.createDirectories(this.folder.resolve("tls"));
		Files.move(this.folder.resolve("renewed.crt"), this.folder.resolve("fullchain.pem"));
		Files.move(this.folder.resolve("renewed.key"), this.folder.resolve("privkey.pem"));
		Matcher hook = DEPLOY_HOOK.matcher(Files.readString(Path.of("docs", "running.md")));
		assertThat(hook.find()).isTrue();
		String command = hook.group(1).replace("/tls/", this.folder + "/tls/");

		assertThat(run(Map.of("RENEWED_LINEAGE", this.folder.toString()), "sh", "-c", command)).isEqualTo("0 ");
		assertThat(start("DNS:" + SITE)).isEqualTo("0 ");
		assertThat(certificate()).isEqualTo(Files.readAllBytes(this.folder.resolve("fullchain.pem")));
	}

	static boolean isOpensslInstalled() {
		return Files.isExecutable(Path.of("/usr/bin/openssl"));
	}

	/** Makes a certificate for ten days, and its key. */
	private void issue(String name) throws Exception {
		expectSuccess("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
				"-days", "10", "-subj", "/CN=" + SITE, "-addext", "subjectAltName=DNS:" + SITE, "-keyout",
				this.folder.resolve(name + ".key").toString(), "-out", this.folder.resolve(name + ".crt").toString());
	}

	/** Makes a certificate that has expired, and its key. This openssl cannot do. */
	private void issueExpired(String name) throws Exception {
		String store = this.folder.resolve(name + ".p12").toString();
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		expectSuccess(keytool, "-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + SITE, "-ext",
				"san=dns:" + SITE, "-startdate", "-100d", "-validity", "10", "-keystore", store, "-storepass",
				"secret");
		expectSuccess("openssl", "pkcs12", "-in", store, "-passin", "pass:secret", "-nokeys", "-out",
				this.folder.resolve(name + ".crt").toString());
		expectSuccess("openssl", "pkcs12", "-in", store, "-passin", "pass:secret", "-nodes", "-nocerts", "-out",
				this.folder.resolve(name + ".key").toString());
	}

	private void install(String certificate, String key) throws IOException {
		Files.createDirectories(this.folder.resolve("tls"));
		Files.copy(this.folder.resolve(certificate + ".crt"), this.folder.resolve("tls/tls.crt"));
		Files.copy(this.folder.resolve(key + ".key"), this.folder.resolve("tls/tls.key"));
	}

	private byte[] certificate() throws IOException {
		return Files.readAllBytes(this.folder.resolve("tls/tls.crt"));
	}

	private String start(String names) throws Exception {
		return run(Map.of("TLS_FOLDER", this.folder.resolve("tls").toString(), "TLS_NAMES", names), "sh",
				"ops/nginx/certificate.sh");
	}

	private static void expectSuccess(String... command) throws Exception {
		assertThat(run(Map.of(), command)).startsWith("0 ");
	}

	/** The status of a command, and what it printed. */
	private static String run(Map<String, String> environment, String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return process.waitFor() + " " + output;
	}

}
