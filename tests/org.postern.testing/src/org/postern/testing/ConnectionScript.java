package org.postern.testing;

import java.util.ArrayList;
import java.util.List;

/** What one connection of a scripted server does, in order. */
final class ConnectionScript {
    private final List<Step> steps = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    void add(String text, Step.Action action) {
        steps.add(new Step(text, action));
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    List<Step> steps() {
        return steps;
    }

    List<Rule> rules() {
        return rules;
    }
}
