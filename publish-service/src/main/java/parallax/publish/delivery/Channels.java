package parallax.publish.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of channels there are. */
@Component
class Channels {

    private final Map<String, Channel> byKind;

    Channels(List<Channel> channels) {
        this.byKind = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
    }

    Channel of(String kind) {
        Channel channel = byKind.get(kind);
        if (channel == null) {
            throw new IllegalStateException("no channel of kind " + kind + ": was it written by a newer version?");
        }
        return channel;
    }

    String family(String kind) {
        return of(kind).family();
    }
}
