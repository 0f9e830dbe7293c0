package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import tools.jackson.databind.JsonNode;

/** What an endpoint's owner can do: keys, filters, tests, replays, and asking why. */
class WebhooksIT extends RunningService {

    @Test
    void a_new_key_takes_over_while_the_old_one_still_verifies() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = id("wh");
            String old = register(id, receiver, "").path("secret").asString();
            JsonNode added = json.readTree(
                    write("POST", "/v1/webhooks/" + id + "/keys", "").body());
            JsonNode asymmetric = json.readTree(write("POST", "/v1/webhooks/" + id + "/keys", "{\"scheme\":\"v1a\"}")
                    .body());
            assertThat(asymmetric.path("publicKey").asString()).startsWith("whpk_");
            assertThat(asymmetric.has("secret")).isFalse();
            String story = publish(id("src"));
            eventually(() -> assertThat(receiver.about(story)).hasSize(1));
            Receiver.Received hook = receiver.about(story).get(0);
            new Webhook(old).verify(hook.body(), hook.headers());
            new Webhook(added.path("secret").asString()).verify(hook.body(), hook.headers());
            assertThat(hook.headers().firstValue("webhook-signature").orElse("").split(" "))
                    .hasSize(3)
                    .anyMatch(signature -> signature.startsWith("v1a,"));
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> new Webhook("whsec_" + "A".repeat(32)).verify(hook.body(), hook.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
            JsonNode keys = json("/v1/webhooks/" + id).path("keys");
            assertThat(keys).hasSize(3);
            assertThat(keys.get(0).has("expiresAt")).isFalse();
            assertThat(keys.get(2).has("expiresAt")).isTrue();
            assertThat(get("/v1/webhooks/" + id).body()).doesNotContain("whsec_", "whsk_");
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void an_endpoint_hears_only_of_what_it_wants_and_can_ask_why() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = id("wh");
            register(
                    id,
                    receiver,
                    ",\"filter\":{\"topics\":[\"AI\",\"x\"],\"languages\":[\"zh\"],\"types\":[\"story.updated\"]}");
            String source = id("src");
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            String story = id("story");
            send(one, story(story, 1, one));
            eventually(() -> assertThat(reasons(id, story)).contains("\"filtered\"", "does not want story.created"));
            ArticleEnriched better = piece(one.documentId(), "r2", source, "Better", Samples.TIME.plusSeconds(1));
            send(better, story(story, 2, better));
            eventually(() -> assertThat(receiver.about(story)).hasSize(1));
            assertThat(receiver.about(story).get(0).body()).contains("story.updated", "Better");
            eventually(() -> assertThat(reasons(id, story)).contains("\"delivered\""));

            assertThat(write("PATCH", "/v1/webhooks/" + id, "{\"filter\":{\"topics\":[\"cooking\"]}}")
                            .statusCode())
                    .isEqualTo(200);
            String other = publish(source);
            eventually(() -> assertThat(reasons(id, other)).contains("none of the endpoint's topics: cooking"));
            assertThat(receiver.about(other)).isEmpty();

            String draft = id("story");
            ArticleEnriched secret = Samples.draft(id("doc"), source, "Hush");
            ArticleEnriched missing = piece(id("doc"), "r1", source, "Missing", Samples.TIME);
            send(secret, story(draft, 1, secret));
            eventually(() -> assertThat(reasons(id, draft)).contains("all-draft"));
            send(story(draft, 2, secret, missing));
            eventually(() -> assertThat(reasons(id, draft)).contains("story-waits", missing.documentId()));
            assertThat(reasons(id, "none")).contains("story-unknown");
            assertThat(write("PATCH", "/v1/webhooks/" + id, "{\"filter\":{\"types\":[\"nonsense\"]}}")
                            .statusCode())
                    .isEqualTo(400);
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void an_endpoint_that_takes_nothing_for_long_is_switched_off_and_gets_all_when_it_is_back() throws Exception {
        try (Receiver receiver = new Receiver(Collections.nCopies(8, 500).toArray(Integer[]::new))) {
            String id = id("wh");
            register(id, receiver, "");
            String one = publish(id("src"));
            eventually(
                    () -> assertThat(json("/v1/webhooks/" + id).path("active").asBoolean(true))
                            .isFalse());
            assertThat(json("/v1/webhooks/" + id).path("note").asString()).contains("HTTP 500");
            assertThat(reasons(id, one)).contains("channel-off");
            assertThat(jdbc.sql("select count(*) from channel where not active")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(write("PATCH", "/v1/webhooks/" + id, "{\"active\":true}").body())
                    .contains("\"active\":true");
            eventually(() -> assertThat(json.readTree(write("POST", "/v1/webhooks/" + id + "/replay", "")
                                    .body())
                            .path("queued")
                            .asInt())
                    .isBetween(0, 1));
            eventually(() -> {
                if (reasons(id, one).contains("\"failed\"")) { // the last of the failures were left
                    write("PATCH", "/v1/webhooks/" + id, "{\"active\":true}");
                    write("POST", "/v1/webhooks/" + id + "/replay", "");
                }
                assertThat(reasons(id, one)).contains("\"delivered\"");
            });
            int before = receiver.about(one).size();
            assertThat(write("POST", "/v1/webhooks/" + id + "/replay", "{\"from\":\"2026-01-01T00:00:00Z\"}")
                            .body())
                    .contains("\"queued\":1");
            eventually(() -> assertThat(receiver.about(one)).hasSize(before + 1));
            assertThat(write("POST", "/v1/webhooks/" + id + "/replay", "{\"to\":\"2026-01-01T00:00:00Z\"}")
                            .body())
                    .contains("\"queued\":0");
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void a_test_call_tells_at_once_what_was_answered() throws Exception {
        try (Receiver receiver = new Receiver(302)) {
            String id = id("wh");
            String secret = register(id, receiver, "").path("secret").asString();
            JsonNode first = json.readTree(
                    write("POST", "/v1/webhooks/" + id + "/test", "").body());
            assertThat(first.path("delivered").asBoolean()).isFalse();
            assertThat(first.path("detail").asString()).isEqualTo("HTTP 302, and redirects are not followed");
            JsonNode second = json.readTree(
                    write("POST", "/v1/webhooks/" + id + "/test", "").body());
            assertThat(second.path("delivered").asBoolean()).isTrue();
            Receiver.Received hook = receiver.all().get(1);
            assertThat(hook.body()).contains("webhook.test", id);
            new Webhook(secret).verify(hook.body(), hook.headers());
            JsonNode log = json("/v1/webhooks/" + id + "/deliveries");
            assertThat(log.path("items")).hasSize(2).allSatisfy(call -> {
                assertThat(call.path("type").asString()).isEqualTo("webhook.test");
                assertThat(call.path("storyId").isNull()).isTrue();
                assertThat(call.path("attempts").asInt()).isOne();
            });
            JsonNode newest = log.path("items").path(0);
            assertThat(newest.path("id").asString())
                    .isEqualTo(second.path("id").asString())
                    .isEqualTo(hook.id());
            assertThat(newest.path("state").asString()).isEqualTo("delivered");
            assertThat(newest.path("lastOutcome").asString()).isEqualTo("HTTP 204");
            assertThat(write("POST", "/v1/webhooks/" + id + "/replay", "{\"failedOnly\":false}")
                            .body())
                    .contains("\"queued\":0");
            assertThat(write("POST", "/v1/deliveries/" + hook.id() + "/replay", "")
                            .body())
                    .contains("test calls are made anew");
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void the_log_is_turned_over_page_by_page_and_narrowed_by_state() throws Exception {
        try (Receiver receiver = new Receiver(500)) {
            String id = id("wh");
            register(id, receiver, "");
            for (int n = 0; n < 5; n++) {
                write("POST", "/v1/webhooks/" + id + "/test", "");
            }
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = json("/v1/webhooks/" + id + "/deliveries?limit=2&cursor=" + next);
                page.path("items").forEach(call -> seen.add(call.path("id").asString()));
                next = page.path("next").asString("");
            } while (!next.isEmpty());
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
            assertThat(json("/v1/webhooks/" + id + "/deliveries?state=failed").path("items"))
                    .singleElement()
                    .satisfies(call -> assertThat(call.path("id").asString()).isEqualTo(seen.get(4)));
            assertThat(get("/v1/webhooks/" + id + "/deliveries?state=lost").body())
                    .contains("\\\"state\\\" must be one of", "delivered");
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void a_body_that_cannot_be_read_is_refused_with_the_place() {
        assertThat(write("POST", "/v1/webhooks", "{\"url\":\n nonsense}").body())
                .contains("The body is no JSON", "line 2", "Unreadable");
        assertThat(write("POST", "/v1/webhooks", "{\"url\":\"https://example.org/\",\"filter\":{\"types\":7}}")
                        .body())
                .contains("\\\"filter.types\\\" must be a list");
        assertThat(write("POST", "/v1/webhooks", "").body()).contains("The request needs a body, in JSON.");
    }

    @Test
    void schema_and_asyncapi_are_where_payloads_say() {
        assertThat(get("/schemas/webhook.v1.json").body()).contains("draft/2020-12");
        assertThat(get("/schemas/webhooks.asyncapi.yaml").body()).contains("asyncapi: 3.0.0");
    }

    /** One endpoint hangs, longer than the test lasts: all else goes on as before. */
    @Test
    void an_endpoint_that_hangs_delays_no_other() throws Exception {
        try (Receiver healthy = new Receiver();
                Receiver hangs = new Receiver()) {
            String good = id("wh");
            String bad = id("wh");
            register(good, healthy, "");
            delays(healthy, 10); // warm
            List<Long> alone = delays(healthy, 60);
            register(bad, hangs, "");
            hangs.hang();
            List<Long> beside = delays(healthy, 60);
            System.out.printf(
                    "webhook delay alone p50 %d ms, p99 %d ms; beside an endpoint that hangs p50 %d ms, p99 %d ms%n",
                    percentile(alone, 50), percentile(alone, 99), percentile(beside, 50), percentile(beside, 99));
            assertThat(hangs.all()).isNotEmpty();
            assertThat(percentile(beside, 99)).isLessThanOrEqualTo(percentile(alone, 99) + 1000);
            write("DELETE", "/v1/webhooks/" + bad, "");
            write("DELETE", "/v1/webhooks/" + good, "");
        }
    }

    /** From sending to arrival, of stories one after the other at a steady pace. */
    private List<Long> delays(Receiver receiver, int count) {
        String source = id("src");
        List<String> stories = new ArrayList<>();
        List<java.time.Instant> sent = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            sent.add(java.time.Instant.now());
            stories.add(publish(source));
        }
        List<Long> delays = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String story = stories.get(n);
            eventually(() -> assertThat(receiver.about(story)).isNotEmpty());
            delays.add(
                    Duration.between(sent.get(n), receiver.about(story).get(0).at())
                            .toMillis());
        }
        Collections.sort(delays);
        return delays;
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private JsonNode register(String id, Receiver receiver, String more) {
        return json.readTree(
                write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"" + receiver.url() + "\"" + more + "}")
                        .body());
    }

    private String publish(String source) {
        String story = id("story");
        ArticleEnriched one = piece(id("doc"), "r1", source, "Of " + story, Samples.TIME);
        send(one, story(story, 1, one));
        return story;
    }

    private String reasons(String id, String story) {
        return get("/v1/webhooks/" + id + "/why?story=" + story).body();
    }
}
