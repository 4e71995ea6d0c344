package org.postern.proof.tests;

import java.util.List;

/**
 * One thing that happens in a scripted life of a mail program.
 *
 * @param name for a person who reads of a failure
 * @param deed does it
 * @param claims what holds from then on
 * @param repeated whether it is done again after a break in it: the user sees that it is not done,
 *     and a second time does no harm
 */
record Act(String name, Deed deed, List<Claim> claims, boolean repeated) {

    /** Does something here or on the server. */
    @FunctionalInterface
    interface Deed {
        /**
         * @return whether there was something to do it to
         */
        boolean on(Home home, FarSide far) throws Exception;
    }

    Act(String name, Deed deed, Claim... claims) {
        this(name, deed, List.of(claims), false);
    }

    Act untilDone() {
        return new Act(name, deed, claims, true);
    }
}
