package app.frontrow.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

import app.frontrow.stores.FreePort;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Debian's nginx with the configuration of an installation, in front of instances on this
 * machine.
 */
public final class NginxProcess implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

	private final Path folder;

	private final int port = FreePort.next();

	private final int plainPort = FreePort.next();

	private final ListeningProcess process;

	private NginxProcess(Path folder, List<Integer> instances) throws IOException {
		this.folder = folder;
		List<String> command = new ArrayList<>(List.of("script/lib/nginx", folder.toString(), String.valueOf(this.port),
				String.valueOf(this.plainPort)));
		instances.forEach((instance) -> command.add(String.valueOf(instance)));
		this.process = ListeningProcess.start(this.port, folder.resolve("nginx.log"), command);
	}

	/** Whether nginx is installed. */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts it, and returns when it listens.
	 * @param folder for its files
	 * @param instances ports of the instances
	 */
	public static NginxProcess start(Path folder, List<Integer> instances) throws IOException {
		Files.createDirectories(folder);
		return new NginxProcess(folder, instances);
	}

	/** The address of the site, with TLS. */
	public String url() {
		return "https://127.0.0.1:" + this.port;
	}

	/** The address without TLS. */
	public String plainUrl() {
		return "http://127.0.0.1:" + this.plainPort;
	}

	/** The log of requests. */
	public Path accessLog() {
		return this.folder.resolve("access.log");
	}

	/** A client that trusts the certificate of this nginx. */
	public HttpClient.Builder client() throws IOException {
		return HttpClient.newBuilder().sslContext(trust());
	}

	/**
	 * Sends one request and returns the answer with its head.
	 * @param from the address on this machine that the visitor has
	 * @param request in HTTP/1.1, with {@code Connection: close}
	 */
	public String send(String from, String request) throws IOException {
		try (Socket connection = trust().getSocketFactory()
			.createSocket(InetAddress.getByName("127.0.0.1"), this.port, InetAddress.getByName(from), 0)) {
			connection.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private SSLContext trust() throws IOException {
		try (InputStream file = Files.newInputStream(this.folder.resolve("tls").resolve("tls.crt"))) {
			KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
			known.load(null, null);
			known.setCertificateEntry("site", CertificateFactory.getInstance("X.509").generateCertificate(file));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(known);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	@Override
	public void close() {
		this.process.close();
	}

}
