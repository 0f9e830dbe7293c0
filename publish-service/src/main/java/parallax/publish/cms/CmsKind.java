package parallax.publish.cms;

import java.util.Map;

/** What has to be known of a kind of CMS to register one. */
interface CmsKind {

    /** As it stands in a request. */
    String kind();

    /**
     * What is to be stored of a channel, as JSON.
     *
     * @throws parallax.publish.problem.PublishException.BadInput if the request cannot be taken, with what is wrong
     */
    String admit(CmsChannels.Request request);

    /** Where posts go: what was written there before counts as ours as long as this stays. */
    String place(String config);

    /** What of it may be shown: no secrets. */
    Map<String, String> shown(String config);
}
