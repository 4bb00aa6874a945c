import io.platformapi.ContractTests;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code verify} costs a request, in processor time of its process alone, from cold to warm: the shipped command
 * run several times in one process against a server that runs elsewhere.
 *
 * <pre>
 * java -jar mock-server/target/mock-server.jar --port 8080 --quiet &amp;
 * java -cp contract-tests/target/contract-tests.jar contract-tests/bench/VerifyCost.java http://127.0.0.1:8080 [ROUNDS]
 * </pre>
 */
public final class VerifyCost {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests, (\\d+) operations? tested");

    private VerifyCost() {}

    public static void main(String... arguments) {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        System.out.println("round  requests  wall s   CPU s  CPU ms a request  requests a second");
        for (int round = 1; round <= rounds; round++) {
            long cpu = cpu();
            long wall = System.nanoTime();
            int requests = verified(arguments[0]);
            double took = (System.nanoTime() - wall) / 1e9;
            double used = (cpu() - cpu) / 1e9;
            System.out.printf(
                    "%5d %9d %7.1f %7.1f %17.2f %18.0f%n",
                    round, requests, took, used, used * 1000 / requests, requests / took);
        }
    }

    private static int verified(String url) {
        StringWriter said = new StringWriter();
        ContractTests.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("verify", "--spec", "spec/openapi.yaml", "--url", url, "--allow-untested",
                        "--header", "Authorization: Bearer demo-key");
        Matcher told = REQUESTS.matcher(said.toString());
        if (!told.find()) {
            throw new IllegalStateException(said.toString());
        }
        return Integer.parseInt(told.group(1));
    }

    private static long cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
