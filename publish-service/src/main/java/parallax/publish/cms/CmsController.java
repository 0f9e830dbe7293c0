package parallax.publish.cms;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.delivery.Delivery;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.delivery.Replay;
import parallax.publish.delivery.Replays;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.delivery.Why;

/** CMS channels over HTTP. */
@RestController
@RequestMapping("/v1/cms")
class CmsController {

    private final CmsChannels channels;
    private final DeliveryLog log;
    private final Why why;
    private final Replays replays;
    private final int pageSize;

    CmsController(CmsChannels channels, DeliveryLog log, Why why, Replays replays, PublishSettings settings) {
        this.channels = channels;
        this.log = log;
        this.replays = replays;
        this.why = why;
        this.pageSize = settings.pageSize();
    }

    @PutMapping("/{name}")
    ResponseEntity<Cms> put(@PathVariable String name, @RequestBody CmsChannels.Request request) {
        CmsChannels.Put put = channels.put(name, request);
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(cms(put.channel()));
    }

    /** Newest first. */
    @GetMapping
    Page<Cms> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        return channels.list(PageRequest.of(cursor, limit, pageSize)).map(channel -> shown(channel, request));
    }

    @GetMapping("/{name}")
    Cms get(@PathVariable String name, HttpServletRequest request) {
        return shown(channels.get(name), request);
    }

    @GetMapping("/{name}/deliveries")
    Page<Delivery> deliveries(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return log.ofChannel(channels.get(name).id(), state, cursor, limit);
    }

    @GetMapping("/{name}/why")
    Map<String, List<Why.Reason>> why(@PathVariable String name, @RequestParam String story) {
        return Map.of("reasons", why.of(channels.get(name), story));
    }

    /** Delivers again: all that failed, or all of a time. */
    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Integer> replay(@PathVariable String name, @RequestBody(required = false) @Nullable Replay wish) {
        return Map.of("queued", replays.again(channels.get(name).id(), wish == null ? Replay.FAILED : wish));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        channels.delete(name);
    }

    /** Where a folder lies, and as whom we log in, is for those with a token of scope {@code read}. */
    private Cms shown(StoredChannel channel, HttpServletRequest request) {
        Cms cms = cms(channel);
        if (!request.isUserInRole("read")) {
            cms.where().keySet().removeAll(List.of("folder", "user"));
        }
        return cms;
    }

    private Cms cms(StoredChannel channel) {
        return new Cms(
                channel.name(),
                channel.kind(),
                new LinkedHashMap<>(channels.shown(channel)),
                channel.active(),
                channel.note(),
                channel.createdAt());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cms(
            String name,
            String kind,
            @JsonIgnore Map<String, String> where,
            boolean active,
            @Nullable String note,
            Instant createdAt) {

        /** What its kind shows of it, beside the rest. */
        @JsonAnyGetter
        Map<String, String> shown() {
            return where;
        }
    }
}
