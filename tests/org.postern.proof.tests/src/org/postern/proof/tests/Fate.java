package org.postern.proof.tests;

/**
 * How a life ends in a process.
 *
 * @param user whose life
 * @param step before which step towards the disk, counted from one; 0 for none
 */
record Fate(String user, int step) {

    static Fate of(String word) {
        int colon = word.indexOf(':');
        return new Fate(word.substring(0, colon), Integer.parseInt(word.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return user + ":" + step;
    }
}
