package parallax.publish.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.register.Addressees;

/** Webhook endpoints and CMS channels, as they are kept. */
@Component
class RegisteredChannels implements Addressees {

    private final ChannelStore channels;
    private final ReadModelJson json;

    RegisteredChannels(ChannelStore channels, ReadModelJson json) {
        this.channels = channels;
        this.json = json;
    }

    @Override
    public boolean has(String id) {
        return id.indexOf(':') < 0; // an operator may have chosen it
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        channels.all().forEach(channel -> all.put(channel.id(), json.write(channel)));
        return all;
    }

    @Override
    public Optional<String> byId(String id) {
        return channels.byId(id).map(json::write);
    }

    @Override
    public void restore(String text) {
        channels.restore(json.read(text, StoredChannel.class));
    }
}
