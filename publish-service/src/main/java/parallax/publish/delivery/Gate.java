package parallax.publish.delivery;

/**
 * How many deliveries to one channel are under way at once. A channel that does not answer gets one at a time, until it answers
 * again: many that hang together would otherwise hold all of our threads.
 */
final class Gate {

    private final int most;
    private int inside;
    private boolean answering = true;

    Gate(int most) {
        this.most = most;
    }

    synchronized boolean enter() {
        if (inside >= (answering ? most : 1)) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
    }

    synchronized void answers(boolean does) {
        answering = does;
    }
}
