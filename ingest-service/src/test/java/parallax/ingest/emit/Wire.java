package parallax.ingest.emit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to a server which can be held: then it stays up and nothing comes through, as when a server hangs. */
final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private boolean held;

    Wire(int port, int target) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        pumps.execute(this::open);
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    private void open() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(near, far));
                pumps.execute(() -> pump(near, far));
                pumps.execute(() -> pump(far, near));
            }
        } catch (IOException e) {
            return; // the door is closed
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                await();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            return; // one of them has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void await() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        release();
        door.close();
        for (Socket end : ends) {
            end.close();
        }
        pumps.shutdownNow();
    }
}
