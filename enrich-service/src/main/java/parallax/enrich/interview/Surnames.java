package parallax.enrich.interview;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.enrich.text.Table;

/** Surnames that are written in Chinese characters, and how they are spelled in Latin letters: in Pinyin, and as their bearers elsewhere do. */
final class Surnames {

    private static final String CHINESE = """
            王李张刘陈杨黄赵吴周徐孙马朱胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴季印闫辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓬仲麻柳匡南朴""";

    private static final Map<String, Set<String>> SPELLINGS = new HashMap<>();

    static {
        CHINESE.strip().codePoints().mapToObj(Character::toString).forEach(surname -> SPELLINGS
                .computeIfAbsent(surname, key -> new HashSet<>())
                .add(NameSound.pinyin(surname)));
        for (String[] row : Table.rows("surnames.tsv", 2)) {
            SPELLINGS.computeIfAbsent(row[0], key -> new HashSet<>()).addAll(Table.list(row[1]));
        }
    }

    /** Of a Japanese one, more often than not. */
    private static final int TWO = 2;

    private static final BitSet OF_ONE = new BitSet();
    private static final BitSet FIRST_OF_TWO = new BitSet();

    static {
        CHINESE.strip().chars().forEach(OF_ONE::set);
        SPELLINGS.keySet().stream()
                .filter(surname -> surname.length() == TWO)
                .forEach(surname -> FIRST_OF_TWO.set(surname.charAt(0)));
    }

    private static final Map<String, List<String>> SPELLED = SPELLINGS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(spelling -> Map.entry(spelling, entry.getKey())))
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));

    private Surnames() {}

    /** Whether a surname of two characters stands at {@code at}. */
    static boolean isOfTwo(String text, int at) {
        return at + TWO <= text.length()
                && FIRST_OF_TWO.get(text.charAt(at))
                && SPELLINGS.containsKey(text.substring(at, at + TWO));
    }

    /** How long the surname at {@code at} is: two characters, or one if it is a Chinese one; 0 if none stands there. */
    static int lengthAt(String text, int at) {
        if (isOfTwo(text, at)) {
            return TWO;
        }
        return at < text.length() && OF_ONE.get(text.charAt(at)) ? 1 : 0;
    }

    /** The surname with which {@code name}, in simplified characters, begins: of two characters, or a Chinese one; empty if it is none. */
    static String startOf(String name) {
        return name.substring(0, lengthAt(name, 0));
    }

    /** Whether {@code latin}, in lower case, is a spelling of {@code surname}. */
    static boolean isSpelled(String surname, String latin) {
        return SPELLINGS.getOrDefault(surname, Set.of()).contains(latin);
    }

    /** The surnames that are spelled so, in lower case. */
    static List<String> spelled(String latin) {
        return SPELLED.getOrDefault(latin, List.of());
    }
}
