package parallax.local.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import parallax.local.console.Table;
import parallax.local.system.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", description = "Says what runs.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        State state = data.running();
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(json(state)));
        } else {
            Table table = new Table(14, 10, 12).row("process", "pid", "memory");
            state.processes().forEach(one -> table.row(one.name(), Long.toString(one.pid()), one.memoryMb() + " MiB"));
            System.out.print(table);
            System.out.println(state.ready() ? "Everything answers." : "Still starting.");
            System.out.println();
            System.out.print(Summary.of(state, data.layout()));
        }
        return 0;
    }

    static Map<String, Object> json(State state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ready", state.ready());
        json.put("urls", state.urls());
        json.put("management", state.management());
        json.put("receiver", state.receiver());
        json.put("token", state.token());
        json.put("data", state.data());
        json.put(
                "processes",
                state.processes().stream()
                        .map(one -> {
                            Map<String, Object> process = new LinkedHashMap<>();
                            process.put("name", one.name());
                            process.put("pid", one.pid());
                            process.put("memoryMb", one.memoryMb());
                            return process;
                        })
                        .toList());
        return json;
    }
}
