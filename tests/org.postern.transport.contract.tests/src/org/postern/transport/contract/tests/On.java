package org.postern.transport.contract.tests;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Which route a nested class tests. Nested classes and no parameterised ones, because the reports
 * of the build count the tests of a parameterised class as none.
 */
@Retention(RetentionPolicy.RUNTIME)
@interface On {
    Route value();
}
