package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Reads how many bytes the threads of a server have allocated so far. What virtual
 * threads allocate is counted with the threads that carry them.
 */
final class AllocationMeter implements AutoCloseable {

	private final JMXConnector connector;

	private final MBeanServerConnection server;

	AllocationMeter(int jmxPort) {
		try {
			this.connector = JMXConnectorFactory
				.connect(new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmxPort + "/jmxrmi"));
			this.server = this.connector.getMBeanServerConnection();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Bytes; NaN where the JVM does not count them, before Java 21. */
	double bytes() {
		try {
			return ((Number) this.server.getAttribute(new ObjectName("java.lang:type=Threading"),
					"TotalThreadAllocatedBytes"))
				.doubleValue();
		}
		catch (JMException unknown) {
			return Double.NaN;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.connector.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
