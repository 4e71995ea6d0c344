package org.postern.demo.internal.imap;

/** A command that is not carried out; it carries what the client is told. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(Answer answer) {
        super(answer.text());
        this.answer = answer;
    }

    static Refusal bad(String text) {
        return new Refusal(Answer.bad(text));
    }

    static Refusal no(String code, String text) {
        return new Refusal(Answer.no(code, text));
    }

    Answer answer() {
        return answer;
    }
}
