package io.platformapi;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which package knows which, as a picture in Mermaid's language: the packages by module, and an arrow from each to
 * those it knows, but to none that it knows through another.
 */
final class PackageArrows {

    private static final String ROOT = "io.platformapi";
    private static final Pattern MODULE = Pattern.compile(".*/([a-z-]+)/(?:target|\\d[^/]*)/.*");

    private final SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();

    PackageArrows(JavaClasses classes) {
        for (JavaClass type : classes) {
            String from = name(type);
            packages.computeIfAbsent(module(type), any -> new TreeSet<>()).add(from);
            SortedSet<String> known = arrows.computeIfAbsent(from, any -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && !name(target).equals(from)) {
                    known.add(name(target));
                }
            }
        }
    }

    /** The package, that of the runnable tools being the root. */
    private static String name(JavaClass type) {
        return type.getPackageName().equals(ROOT)
                ? "command"
                : type.getPackageName().substring(ROOT.length() + 1);
    }

    private static String module(JavaClass type) {
        Matcher module = MODULE.matcher(type.getSource().orElseThrow().getUri().toString());
        if (!module.matches()) {
            throw new IllegalStateException(type + " comes from no module: " + type.getSource());
        }
        return module.group(1);
    }

    String picture() {
        var picture = new StringBuilder("flowchart TD\n");
        packages.forEach((module, names) -> {
            picture.append("  subgraph module-%s [\"module %s\"]\n".formatted(module, module));
            names.forEach(name -> picture.append("    ").append(name).append('\n'));
            picture.append("  end\n");
        });
        arrows.forEach((from, all) -> all.stream()
                .filter(to -> all.stream().noneMatch(other -> !other.equals(to) && reaches(other, to)))
                .forEach(to -> picture.append("  ")
                        .append(from)
                        .append(" --> ")
                        .append(to)
                        .append('\n')));
        return picture.toString();
    }

    private boolean reaches(String from, String to) {
        return reached(from, new TreeSet<>()).contains(to);
    }

    private Set<String> reached(String from, Set<String> seen) {
        for (String next : arrows.getOrDefault(from, new TreeSet<>())) {
            if (seen.add(next)) {
                reached(next, seen);
            }
        }
        return seen;
    }

    /** For each package, those it knows. */
    Map<String, SortedSet<String>> arrows() {
        return arrows;
    }
}
